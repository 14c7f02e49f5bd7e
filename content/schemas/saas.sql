-- A multi-tenant SaaS database on one PostgreSQL (15 or newer): shared tables, one tenant per row.
-- Three rules carry it. Every tenant-owned key starts with tenant_id, so a reference cannot leave its tenant.
-- Row-level security is enabled and forced, with a policy for each command. The request sets app.tenant_id, nothing else.

CREATE EXTENSION btree_gist;

CREATE TYPE plan_tier AS ENUM ('free', 'team', 'business', 'enterprise');
COMMENT ON TYPE plan_tier IS 'What a tenant can buy, cheapest first.';
CREATE TYPE membership_status AS ENUM ('active', 'suspended');
CREATE TYPE subscription_status AS ENUM ('trialing', 'active', 'past_due', 'canceled');
CREATE TYPE invoice_status AS ENUM ('draft', 'open', 'paid', 'void', 'uncollectible');
CREATE TYPE payment_status AS ENUM ('pending', 'succeeded', 'failed', 'refunded');
CREATE TYPE delivery_status AS ENUM ('pending', 'delivered', 'failed', 'dead');

CREATE DOMAIN email_address AS text CONSTRAINT email_address_shape CHECK (VALUE ~ '^[^@\s]+@[^@\s]+$');
COMMENT ON DOMAIN email_address IS 'Good enough to send to; only a sent mail proves more.';
CREATE DOMAIN money_cents AS bigint CONSTRAINT money_cents_not_negative CHECK (VALUE >= 0);
COMMENT ON DOMAIN money_cents IS 'An amount in the smallest unit of its currency; never a fraction.';

CREATE TABLE tenants (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subdomain    text NOT NULL CHECK (subdomain ~ '^[a-z][a-z0-9-]{1,61}[a-z0-9]$'),
  name         text NOT NULL,
  plan         plan_tier NOT NULL DEFAULT 'free',
  region       text NOT NULL DEFAULT 'eu-central',
  suspended_at timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX tenants_subdomain_key ON tenants (lower(subdomain));
COMMENT ON TABLE tenants IS 'A workspace: the unit of isolation, billing and routing.';
COMMENT ON COLUMN tenants.id IS 'Identifies the tenant everywhere.';
COMMENT ON COLUMN tenants.subdomain IS 'Routes a request: the first label of the host name.';
COMMENT ON COLUMN tenants.name IS 'What people call the workspace.';
COMMENT ON COLUMN tenants.plan IS 'Decides limits and features.';
COMMENT ON COLUMN tenants.region IS 'Where the data of this tenant is kept.';
COMMENT ON COLUMN tenants.suspended_at IS 'When access was stopped; empty while the tenant is in good standing.';
COMMENT ON COLUMN tenants.created_at IS 'When the row was written.';
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenants_select ON tenants FOR SELECT USING (id = current_setting('app.tenant_id')::uuid);
CREATE POLICY tenants_insert ON tenants FOR INSERT WITH CHECK (id = current_setting('app.tenant_id')::uuid);
CREATE POLICY tenants_update ON tenants FOR UPDATE USING (id = current_setting('app.tenant_id')::uuid) WITH CHECK (id = current_setting('app.tenant_id')::uuid);
CREATE POLICY tenants_delete ON tenants FOR DELETE USING (id = current_setting('app.tenant_id')::uuid);

CREATE TABLE users (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email         email_address NOT NULL,
  email_key     text NOT NULL GENERATED ALWAYS AS (lower(email)) STORED,
  display_name  text NOT NULL,
  password_hash text,
  mfa_enabled   boolean NOT NULL DEFAULT false,
  last_seen_at  timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_email_key UNIQUE (email_key)
);
COMMENT ON TABLE users IS 'A person. Global on purpose: one login may belong to several tenants.';
COMMENT ON COLUMN users.id IS 'Identifies the person across tenants.';
COMMENT ON COLUMN users.email IS 'Where the person is reached, as typed.';
COMMENT ON COLUMN users.email_key IS 'The address in the form that must be unique.';
COMMENT ON COLUMN users.display_name IS 'Shown beside what the person does.';
COMMENT ON COLUMN users.password_hash IS 'Argon2id hash; empty when the person signs in elsewhere.';
COMMENT ON COLUMN users.mfa_enabled IS 'Whether a second factor is asked for.';
COMMENT ON COLUMN users.last_seen_at IS 'Last authenticated request, to the minute.';
COMMENT ON COLUMN users.created_at IS 'When the row was written.';

CREATE TABLE roles (
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  name            text NOT NULL,
  is_system       boolean NOT NULL DEFAULT false,
  permission_mask bigint NOT NULL DEFAULT 0 CHECK (permission_mask >= 0),
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT roles_name_key UNIQUE (tenant_id, name)
);
COMMENT ON TABLE roles IS 'A named set of permissions, defined by each tenant for itself.';
COMMENT ON COLUMN roles.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN roles.id IS 'Identifies the role inside its tenant.';
COMMENT ON COLUMN roles.name IS 'Shown in the interface, such as Billing manager.';
COMMENT ON COLUMN roles.is_system IS 'Created with the tenant and not editable.';
COMMENT ON COLUMN roles.permission_mask IS 'The role''s permissions as bits, kept for the check in the request path.';
COMMENT ON COLUMN roles.created_at IS 'When the row was written.';
ALTER TABLE roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE roles FORCE ROW LEVEL SECURITY;
CREATE POLICY roles_select ON roles FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY roles_insert ON roles FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY roles_update ON roles FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY roles_delete ON roles FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE permissions (
  code        text PRIMARY KEY,
  bit         smallint NOT NULL CHECK (bit BETWEEN 0 AND 62),
  description text NOT NULL,
  CONSTRAINT permissions_bit_key UNIQUE (bit)
);
COMMENT ON TABLE permissions IS 'The catalogue of what can be allowed. The same for everybody, so it has no tenant.';
COMMENT ON COLUMN permissions.code IS 'Stable name used in code, such as invoices.read.';
COMMENT ON COLUMN permissions.bit IS 'Its place in a role''s permission mask.';
COMMENT ON COLUMN permissions.description IS 'What holding it allows, in one sentence.';

CREATE TABLE memberships (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id   uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role_id   uuid NOT NULL,
  status    membership_status NOT NULL DEFAULT 'active',
  joined_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT memberships_role_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE RESTRICT
);
CREATE INDEX memberships_user_idx ON memberships (user_id);
CREATE INDEX memberships_role_idx ON memberships (tenant_id, role_id);
COMMENT ON TABLE memberships IS 'Puts a person into a tenant with one role.';
COMMENT ON COLUMN memberships.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN memberships.user_id IS 'The person who is a member.';
COMMENT ON COLUMN memberships.role_id IS 'What the person may do in this tenant.';
COMMENT ON COLUMN memberships.status IS 'Suspended members keep their history and lose access.';
COMMENT ON COLUMN memberships.joined_at IS 'When the invitation was accepted.';
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY memberships_select ON memberships FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY memberships_insert ON memberships FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY memberships_update ON memberships FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY memberships_delete ON memberships FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE role_permissions (
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  role_id         uuid NOT NULL,
  permission_code text NOT NULL REFERENCES permissions (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  granted_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, role_id, permission_code),
  CONSTRAINT role_permissions_role_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX role_permissions_permission_idx ON role_permissions (permission_code);
COMMENT ON TABLE role_permissions IS 'Which permissions a role holds.';
COMMENT ON COLUMN role_permissions.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN role_permissions.role_id IS 'The role that holds it.';
COMMENT ON COLUMN role_permissions.permission_code IS 'The permission it holds.';
COMMENT ON COLUMN role_permissions.granted_at IS 'When it was added to the role.';
ALTER TABLE role_permissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_permissions FORCE ROW LEVEL SECURITY;
CREATE POLICY role_permissions_select ON role_permissions FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY role_permissions_insert ON role_permissions FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY role_permissions_update ON role_permissions FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY role_permissions_delete ON role_permissions FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE projects (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  parent_id   uuid,
  slug        text NOT NULL,
  name        text NOT NULL,
  created_by  uuid,
  settings    jsonb NOT NULL DEFAULT '{}',
  archived_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT projects_parent_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES projects (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT projects_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (created_by),
  CONSTRAINT projects_not_own_parent CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX projects_slug_key ON projects (tenant_id, lower(slug)) WHERE archived_at IS NULL;
CREATE INDEX projects_parent_idx ON projects (tenant_id, parent_id);
CREATE INDEX projects_created_by_idx ON projects (tenant_id, created_by) INCLUDE (name);
COMMENT ON TABLE projects IS 'What the tenant works on; projects nest.';
COMMENT ON COLUMN projects.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN projects.id IS 'Identifies the project inside its tenant.';
COMMENT ON COLUMN projects.parent_id IS 'The project this one is part of.';
COMMENT ON COLUMN projects.slug IS 'Its name in addresses.';
COMMENT ON COLUMN projects.name IS 'What people call it.';
COMMENT ON COLUMN projects.created_by IS 'The member who created it; empty once that member has left.';
COMMENT ON COLUMN projects.settings IS 'Options that need no column of their own.';
COMMENT ON COLUMN projects.archived_at IS 'When it was put away; archived projects are read-only.';
COMMENT ON COLUMN projects.created_at IS 'When the row was written.';
ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE projects FORCE ROW LEVEL SECURITY;
CREATE POLICY projects_select ON projects FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY projects_insert ON projects FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY projects_update ON projects FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY projects_delete ON projects FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE invitations (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  email       email_address NOT NULL,
  role_id     uuid NOT NULL,
  invited_by  uuid,
  token_hash  bytea NOT NULL,
  expires_at  timestamptz NOT NULL DEFAULT now() + interval '7 days',
  accepted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitations_role_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (tenant_id, invited_by) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (invited_by)
);
CREATE UNIQUE INDEX invitations_open_key ON invitations (tenant_id, lower(email)) WHERE accepted_at IS NULL;
CREATE UNIQUE INDEX invitations_token_key ON invitations (token_hash);
CREATE INDEX invitations_role_idx ON invitations (tenant_id, role_id);
CREATE INDEX invitations_invited_by_idx ON invitations (tenant_id, invited_by);
COMMENT ON TABLE invitations IS 'An offer to join, open until it is accepted or expires.';
COMMENT ON COLUMN invitations.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN invitations.id IS 'Identifies the invitation inside its tenant.';
COMMENT ON COLUMN invitations.email IS 'Who is invited.';
COMMENT ON COLUMN invitations.role_id IS 'The role the person will have.';
COMMENT ON COLUMN invitations.invited_by IS 'The member who asked; empty once that member has left.';
COMMENT ON COLUMN invitations.token_hash IS 'SHA-256 of the token in the link; the token itself is not kept.';
COMMENT ON COLUMN invitations.expires_at IS 'After this the link is dead.';
COMMENT ON COLUMN invitations.accepted_at IS 'When it was used.';
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY invitations_select ON invitations FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invitations_insert ON invitations FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invitations_update ON invitations FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invitations_delete ON invitations FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE api_keys (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           uuid NOT NULL DEFAULT gen_random_uuid(),
  name         text NOT NULL,
  prefix       text NOT NULL CHECK (length(prefix) = 8),
  key_hash     bytea NOT NULL,
  created_by   uuid NOT NULL,
  scopes       text[] NOT NULL DEFAULT '{}',
  last_used_at timestamptz,
  revoked_at   timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_keys_hash_key UNIQUE (key_hash),
  CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX api_keys_created_by_idx ON api_keys (tenant_id, created_by);
CREATE INDEX api_keys_scopes_idx ON api_keys USING gin (scopes);
COMMENT ON TABLE api_keys IS 'A credential for machines, limited to one tenant.';
COMMENT ON COLUMN api_keys.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN api_keys.id IS 'Identifies the key inside its tenant.';
COMMENT ON COLUMN api_keys.name IS 'What the key is used for.';
COMMENT ON COLUMN api_keys.prefix IS 'The first characters, shown so that a key can be recognised.';
COMMENT ON COLUMN api_keys.key_hash IS 'SHA-256 of the key; looked up before the tenant is known.';
COMMENT ON COLUMN api_keys.created_by IS 'The member who answers for it.';
COMMENT ON COLUMN api_keys.scopes IS 'Permission codes the key is limited to.';
COMMENT ON COLUMN api_keys.last_used_at IS 'Last accepted request, to the minute.';
COMMENT ON COLUMN api_keys.revoked_at IS 'When it stopped working.';
COMMENT ON COLUMN api_keys.created_at IS 'When the row was written.';
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY api_keys_select ON api_keys FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY api_keys_insert ON api_keys FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY api_keys_update ON api_keys FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY api_keys_delete ON api_keys FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE subscriptions (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
  id           uuid NOT NULL DEFAULT gen_random_uuid(),
  plan         plan_tier NOT NULL,
  status       subscription_status NOT NULL DEFAULT 'trialing',
  seats        integer NOT NULL DEFAULT 1 CHECK (seats > 0),
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz,
  period       tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
  provider_ref text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT subscriptions_provider_key UNIQUE (tenant_id, provider_ref),
  CONSTRAINT subscriptions_no_overlap EXCLUDE USING gist (tenant_id WITH =, period WITH &&) WHERE (status <> 'canceled'),
  CONSTRAINT subscriptions_order CHECK (ends_at > starts_at)
);
COMMENT ON TABLE subscriptions IS 'What the tenant pays for, one period after another.';
COMMENT ON COLUMN subscriptions.tenant_id IS 'The tenant that owns the row; money is never deleted with its tenant.';
COMMENT ON COLUMN subscriptions.id IS 'Identifies the subscription inside its tenant.';
COMMENT ON COLUMN subscriptions.plan IS 'The plan paid for.';
COMMENT ON COLUMN subscriptions.status IS 'Where it stands with the payment provider.';
COMMENT ON COLUMN subscriptions.seats IS 'How many members the price covers.';
COMMENT ON COLUMN subscriptions.starts_at IS 'First moment covered.';
COMMENT ON COLUMN subscriptions.ends_at IS 'First moment not covered; empty while it renews.';
COMMENT ON COLUMN subscriptions.period IS 'The covered time as a range, so that two subscriptions cannot overlap.';
COMMENT ON COLUMN subscriptions.provider_ref IS 'Its identifier at the payment provider.';
ALTER TABLE subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY subscriptions_select ON subscriptions FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY subscriptions_insert ON subscriptions FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY subscriptions_update ON subscriptions FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY subscriptions_delete ON subscriptions FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE invoices (
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  subscription_id uuid NOT NULL,
  number          bigint NOT NULL,
  status          invoice_status NOT NULL DEFAULT 'draft',
  currency        char(3) NOT NULL DEFAULT 'EUR',
  total_cents     money_cents NOT NULL DEFAULT 0,
  due_on          date NOT NULL,
  issued_at       timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT invoices_number_key UNIQUE (tenant_id, number),
  CONSTRAINT invoices_subscription_fkey FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscriptions (tenant_id, id) ON DELETE RESTRICT
);
CREATE INDEX invoices_subscription_idx ON invoices (tenant_id, subscription_id);
CREATE INDEX invoices_open_idx ON invoices (tenant_id, due_on) WHERE status = 'open';
COMMENT ON TABLE invoices IS 'A bill. Its lines are frozen once it is issued.';
COMMENT ON COLUMN invoices.tenant_id IS 'The tenant that owns the row; money is never deleted with its tenant.';
COMMENT ON COLUMN invoices.id IS 'Identifies the invoice inside its tenant.';
COMMENT ON COLUMN invoices.subscription_id IS 'What is billed.';
COMMENT ON COLUMN invoices.number IS 'Consecutive within the tenant, as the law asks.';
COMMENT ON COLUMN invoices.status IS 'Draft, open, paid, void or uncollectible.';
COMMENT ON COLUMN invoices.currency IS 'ISO 4217 code.';
COMMENT ON COLUMN invoices.total_cents IS 'Sum of the lines and tax in the smallest unit.';
COMMENT ON COLUMN invoices.due_on IS 'Last day to pay without a reminder.';
COMMENT ON COLUMN invoices.issued_at IS 'When it became binding.';
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY invoices_select ON invoices FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invoices_insert ON invoices FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invoices_update ON invoices FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invoices_delete ON invoices FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE invoice_lines (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
  invoice_id   uuid NOT NULL,
  position     smallint NOT NULL CHECK (position > 0),
  description  text NOT NULL,
  quantity     integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
  unit_cents   money_cents NOT NULL,
  amount_cents bigint NOT NULL GENERATED ALWAYS AS (quantity * unit_cents) STORED,
  PRIMARY KEY (tenant_id, invoice_id, position),
  CONSTRAINT invoice_lines_invoice_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE invoice_lines IS 'One position of an invoice.';
COMMENT ON COLUMN invoice_lines.tenant_id IS 'The tenant that owns the row; money is never deleted with its tenant.';
COMMENT ON COLUMN invoice_lines.invoice_id IS 'The invoice it stands on.';
COMMENT ON COLUMN invoice_lines.position IS 'Its place on the invoice.';
COMMENT ON COLUMN invoice_lines.description IS 'What is charged.';
COMMENT ON COLUMN invoice_lines.quantity IS 'How many units are charged.';
COMMENT ON COLUMN invoice_lines.unit_cents IS 'Price of one in the smallest unit.';
COMMENT ON COLUMN invoice_lines.amount_cents IS 'Quantity times price, computed by the database.';
ALTER TABLE invoice_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY invoice_lines_select ON invoice_lines FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invoice_lines_insert ON invoice_lines FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invoice_lines_update ON invoice_lines FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY invoice_lines_delete ON invoice_lines FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE payments (
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  invoice_id      uuid NOT NULL,
  idempotency_key text NOT NULL,
  status          payment_status NOT NULL DEFAULT 'pending',
  amount_cents    money_cents NOT NULL CHECK (amount_cents > 0),
  provider_ref    text,
  failure_code    text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT payments_idempotency_key UNIQUE (tenant_id, idempotency_key),
  CONSTRAINT payments_invoice_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id) ON DELETE RESTRICT
);
CREATE INDEX payments_invoice_idx ON payments (tenant_id, invoice_id);
CREATE UNIQUE INDEX payments_provider_key ON payments (tenant_id, provider_ref) WHERE provider_ref IS NOT NULL;
COMMENT ON TABLE payments IS 'An attempt to collect an invoice.';
COMMENT ON COLUMN payments.tenant_id IS 'The tenant that owns the row; money is never deleted with its tenant.';
COMMENT ON COLUMN payments.id IS 'Identifies the payment inside its tenant.';
COMMENT ON COLUMN payments.invoice_id IS 'What is being paid.';
COMMENT ON COLUMN payments.idempotency_key IS 'Makes a retried request the same payment.';
COMMENT ON COLUMN payments.status IS 'Pending, succeeded, failed or refunded.';
COMMENT ON COLUMN payments.amount_cents IS 'What was asked for.';
COMMENT ON COLUMN payments.provider_ref IS 'Its identifier at the payment provider; empty until the provider answers.';
COMMENT ON COLUMN payments.failure_code IS 'Why it failed, in the provider''s words.';
COMMENT ON COLUMN payments.created_at IS 'When the row was written.';
ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
CREATE POLICY payments_select ON payments FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY payments_insert ON payments FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY payments_update ON payments FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY payments_delete ON payments FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE webhook_endpoints (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  project_id  uuid,
  url         text NOT NULL CHECK (url LIKE 'https://%'),
  secret      bytea NOT NULL,
  event_types text[] NOT NULL,
  disabled_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_endpoints_project_fkey FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_endpoints_project_idx ON webhook_endpoints (tenant_id, project_id);
COMMENT ON TABLE webhook_endpoints IS 'Where a tenant wants to be told.';
COMMENT ON COLUMN webhook_endpoints.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN webhook_endpoints.id IS 'Identifies the endpoint inside its tenant.';
COMMENT ON COLUMN webhook_endpoints.project_id IS 'Only events of this project; empty means all.';
COMMENT ON COLUMN webhook_endpoints.url IS 'The address that is called.';
COMMENT ON COLUMN webhook_endpoints.secret IS 'Signs each call so that the receiver can check it.';
COMMENT ON COLUMN webhook_endpoints.event_types IS 'What it wants to hear about.';
COMMENT ON COLUMN webhook_endpoints.disabled_at IS 'Set after too many failures in a row.';
COMMENT ON COLUMN webhook_endpoints.created_at IS 'When the row was written.';
ALTER TABLE webhook_endpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_endpoints FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_endpoints_select ON webhook_endpoints FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY webhook_endpoints_insert ON webhook_endpoints FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY webhook_endpoints_update ON webhook_endpoints FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY webhook_endpoints_delete ON webhook_endpoints FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE outbox (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           bigint GENERATED ALWAYS AS IDENTITY,
  event_type   text NOT NULL,
  aggregate_id uuid NOT NULL,
  payload      jsonb NOT NULL,
  attempts     integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  published_at timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_unpublished_idx ON outbox (created_at) WHERE published_at IS NULL;
COMMENT ON TABLE outbox IS 'Events written in the same transaction as the change they tell of.';
COMMENT ON COLUMN outbox.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN outbox.id IS 'Order of writing.';
COMMENT ON COLUMN outbox.event_type IS 'What happened, such as invoice.paid.';
COMMENT ON COLUMN outbox.aggregate_id IS 'The row it happened to.';
COMMENT ON COLUMN outbox.payload IS 'What consumers are told.';
COMMENT ON COLUMN outbox.attempts IS 'How often the relay has tried.';
COMMENT ON COLUMN outbox.published_at IS 'When the broker confirmed it.';
COMMENT ON COLUMN outbox.created_at IS 'When the row was written.';
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_select ON outbox FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY outbox_insert ON outbox FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY outbox_update ON outbox FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY outbox_delete ON outbox FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE webhook_deliveries (
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  endpoint_id     uuid NOT NULL,
  outbox_id       bigint NOT NULL,
  status          delivery_status NOT NULL DEFAULT 'pending',
  attempt         smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  response_code   smallint,
  delivered_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_deliveries_once UNIQUE (tenant_id, endpoint_id, outbox_id),
  CONSTRAINT webhook_deliveries_endpoint_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_event_fkey FOREIGN KEY (tenant_id, outbox_id) REFERENCES outbox (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_deliveries_event_idx ON webhook_deliveries (tenant_id, outbox_id);
CREATE INDEX webhook_deliveries_due_idx ON webhook_deliveries (next_attempt_at) WHERE status = 'pending';
COMMENT ON TABLE webhook_deliveries IS 'One event on its way to one endpoint.';
COMMENT ON COLUMN webhook_deliveries.tenant_id IS 'The tenant that owns the row; every key starts with it.';
COMMENT ON COLUMN webhook_deliveries.id IS 'Identifies the delivery inside its tenant.';
COMMENT ON COLUMN webhook_deliveries.endpoint_id IS 'Where it goes.';
COMMENT ON COLUMN webhook_deliveries.outbox_id IS 'The event that is delivered.';
COMMENT ON COLUMN webhook_deliveries.status IS 'Pending, delivered, failed or dead.';
COMMENT ON COLUMN webhook_deliveries.attempt IS 'How many calls were made.';
COMMENT ON COLUMN webhook_deliveries.next_attempt_at IS 'When the worker may try again.';
COMMENT ON COLUMN webhook_deliveries.response_code IS 'The last HTTP status the receiver gave.';
COMMENT ON COLUMN webhook_deliveries.delivered_at IS 'When the receiver accepted it.';
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_deliveries_select ON webhook_deliveries FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY webhook_deliveries_insert ON webhook_deliveries FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY webhook_deliveries_update ON webhook_deliveries FOR UPDATE USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY webhook_deliveries_delete ON webhook_deliveries FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);

CREATE TABLE audit_log (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
  id          bigint GENERATED BY DEFAULT AS IDENTITY,
  occurred_at timestamptz NOT NULL DEFAULT now(),
  actor_id    uuid,
  action      text NOT NULL,
  target      text NOT NULL,
  ip          inet,
  details     jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, id, occurred_at)
) PARTITION BY RANGE (occurred_at);
CREATE TABLE audit_log_2026_01 PARTITION OF audit_log FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE audit_log_2026_02 PARTITION OF audit_log FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE audit_log_rest PARTITION OF audit_log DEFAULT;
CREATE INDEX audit_log_actor_idx ON audit_log (tenant_id, actor_id, occurred_at DESC);
CREATE INDEX audit_log_action_idx ON audit_log (tenant_id, action text_pattern_ops);
COMMENT ON TABLE audit_log IS 'Who did what. Only ever appended to; split by month so that old months can be moved away whole.';
COMMENT ON COLUMN audit_log.tenant_id IS 'The tenant that owns the row; money is never deleted with its tenant.';
COMMENT ON COLUMN audit_log.id IS 'Order of writing.';
COMMENT ON COLUMN audit_log.occurred_at IS 'When it happened; decides the partition.';
COMMENT ON COLUMN audit_log.actor_id IS 'The person, as a plain value: the entry outlives the account.';
COMMENT ON COLUMN audit_log.action IS 'What was done, such as role.granted.';
COMMENT ON COLUMN audit_log.target IS 'Type and identifier of what it was done to.';
COMMENT ON COLUMN audit_log.ip IS 'Where the request came from.';
COMMENT ON COLUMN audit_log.details IS 'What changed.';
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_select ON audit_log FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY audit_log_insert ON audit_log FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
-- Nobody changes or removes an entry: the policies exist and allow nothing.
CREATE POLICY audit_log_update ON audit_log FOR UPDATE USING (false AND tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (false AND tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY audit_log_delete ON audit_log FOR DELETE USING (false AND tenant_id = current_setting('app.tenant_id')::uuid);
-- A partition can be read by its own name, where the parent's policies do not apply; without a policy of its own it shows nothing.
ALTER TABLE audit_log_2026_01 ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log_2026_01 FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_log_2026_02 ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log_2026_02 FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_log_rest ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log_rest FORCE ROW LEVEL SECURITY;

-- A person is visible to himself and to the members of the current tenant.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_select ON users FOR SELECT USING (
  id = current_setting('app.user_id')::uuid
  OR EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.tenant_id = current_setting('app.tenant_id')::uuid)
);
CREATE POLICY users_insert ON users FOR INSERT WITH CHECK (id = current_setting('app.user_id')::uuid);
CREATE POLICY users_update ON users FOR UPDATE USING (id = current_setting('app.user_id')::uuid) WITH CHECK (id = current_setting('app.user_id')::uuid);
CREATE POLICY users_delete ON users FOR DELETE USING (id = current_setting('app.user_id')::uuid);

-- With security_invoker the reader's policies apply; without it the view would read every tenant.
CREATE VIEW open_invoices WITH (security_invoker = true) AS
  SELECT i.tenant_id, i.id, i.number, i.total_cents, i.due_on, t.name AS tenant_name
  FROM invoices i
  JOIN tenants t ON t.id = i.tenant_id
  WHERE i.status = 'open';
COMMENT ON VIEW open_invoices IS 'What is still to be paid, oldest first in the interface.';
