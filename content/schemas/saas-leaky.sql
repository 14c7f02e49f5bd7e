-- The same product, built in a hurry. Everything works, every test is green, and each marked line lets one tenant
-- see, block or break another. Compare with saas.sql.

CREATE TYPE plan_tier AS ENUM ('free', 'team', 'business', 'enterprise');

CREATE TABLE tenants (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subdomain text NOT NULL UNIQUE,
  plan      plan_tier NOT NULL DEFAULT 'free'
);
COMMENT ON TABLE tenants IS 'A workspace. Row-level security was left for later here.';

CREATE TABLE users (
  id    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE
);

CREATE TABLE roles (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name      text NOT NULL,
  UNIQUE (tenant_id, name)
);
ALTER TABLE roles ENABLE ROW LEVEL SECURITY;
-- The owner of the table is the application's own login, and nobody forced the policies on it.
CREATE POLICY roles_all ON roles USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE memberships (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id   uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- A member of one tenant can be given the role of another.
  role_id   uuid NOT NULL REFERENCES roles (id) ON DELETE SET NULL,
  PRIMARY KEY (tenant_id, user_id)
);
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY memberships_read ON memberships FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
-- Support needed to see everything once. Permissive policies are joined with OR.
CREATE POLICY memberships_support ON memberships FOR SELECT USING (true);
CREATE POLICY memberships_write ON memberships FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE projects (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Null means a template for everybody, or a forgotten value.
  tenant_id  uuid REFERENCES tenants (id) ON DELETE CASCADE,
  slug       text NOT NULL,
  created_by uuid REFERENCES users (id)
);
-- One tenant takes a slug from all others.
CREATE UNIQUE INDEX projects_slug_key ON projects (slug);
CREATE INDEX projects_created_by_idx ON projects (created_by, tenant_id);

CREATE TABLE project_files (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  path       text NOT NULL
);
CREATE INDEX project_files_project_idx ON project_files (project_id);
CREATE INDEX project_files_path_idx ON project_files (project_id, path);

CREATE TABLE invoices (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  number    bigint,
  total     numeric(12,2) NOT NULL,
  UNIQUE (tenant_id, number)
);
CREATE INDEX invoices_total_idx ON invoices (total);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY invoices_all ON invoices USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE payments (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenants (id),
  invoice_id uuid NOT NULL REFERENCES invoices (id),
  amount     numeric(12,2) NOT NULL
);

CREATE TABLE audit_log (
  -- Nothing says that this is the id of a tenant.
  tenant_id   uuid NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT now(),
  action      text NOT NULL
) PARTITION BY RANGE (occurred_at);
CREATE TABLE audit_log_rest PARTITION OF audit_log DEFAULT;
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_all ON audit_log USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);

-- Owned by the migration login, which sees every tenant; so does everybody who reads the view.
CREATE VIEW revenue AS SELECT tenant_id, sum(total) AS total FROM invoices GROUP BY tenant_id;

CREATE TABLE feature_flags (
  name    text,
  enabled boolean NOT NULL DEFAULT false
);
