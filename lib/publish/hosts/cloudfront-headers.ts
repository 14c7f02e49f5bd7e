import { headersFor } from '@/lib/publish/headers'
import type { Serving } from '@/lib/publish/serving'

type Directives = ReadonlyMap<string, ReadonlySet<string>>

const read = (policy: string): Directives =>
  new Map(
    policy
      .split(';')
      .map((it) => it.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, new Set(sources)]),
  )

const print = (directives: Directives): string =>
  [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')

/** CloudFront's limit for this header. */
const mostCharacters = 1783

/** What the page says itself, and by hash: without these the rest still holds for every release. */
const byHash = ['default-src', 'script-src', 'style-src']

/**
 * CloudFront's headers change minutes before or after a release does. So the policy allows what the release before
 * needs as well; where that is too long, what depends on the release is left to the policy that each page carries.
 */
export function policyOfReleases(policies: readonly string[]): string {
  const [first = '', ...others] = policies
  const joined = new Map([...read(first)].map(([name, sources]) => [name, new Set(sources)]))
  for (const policy of others) for (const [name, sources] of read(policy)) for (const it of sources) joined.get(name)?.add(it)
  const whole = print(joined)
  if (whole.length <= mostCharacters) return whole
  return print(new Map([...joined].filter(([name]) => !byHash.includes(name))))
}

export const policyOf = ({ rules }: Serving): string => headersFor('/', rules)['Content-Security-Policy'] ?? ''

const ownFields: Readonly<Record<string, (value: string) => Record<string, unknown>>> = {
  'Content-Security-Policy': (value) => ({ ContentSecurityPolicy: { ContentSecurityPolicy: value, Override: true } }),
  'Referrer-Policy': (value) => ({ ReferrerPolicy: { ReferrerPolicy: value, Override: true } }),
  'Strict-Transport-Security': (value) => ({
    StrictTransportSecurity: {
      AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(value)?.[1]),
      IncludeSubdomains: value.includes('includeSubDomains'),
      Override: true,
    },
  }),
  'X-Content-Type-Options': () => ({ ContentTypeOptions: { Override: true } }),
}

/** The headers of all answers as a response headers policy; caching stands with the files in the bucket. */
export function responseHeadersPolicy(serving: Serving, others: readonly Serving[]): Record<string, unknown> {
  const policy = policyOfReleases([serving, ...others].map(policyOf))
  const all = Object.entries({ ...headersFor('/', serving.rules), 'Content-Security-Policy': policy })
  const own = all.filter(([name]) => name in ownFields)
  const custom = all.filter(([name]) => !(name in ownFields) && name !== 'Cache-Control')
  return {
    SecurityHeadersConfig: Object.assign({}, ...own.map(([name, value]) => ownFields[name]?.(value))) as object,
    CustomHeadersConfig: { Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })) },
    RemoveHeadersConfig: { Items: ['Server', 'x-amz-server-side-encryption'].map((Header) => ({ Header })) },
  }
}
