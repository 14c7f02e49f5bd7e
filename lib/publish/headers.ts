import { contentPolicy, type Inline } from './policy'
import { PublishError } from './site'

/** Which answers carry which headers. Hosts get this in their own words; the local server reads the same file as they do. */
export type HeaderRule = {
  /** A path that ends in `*`, which stands for anything: hosts understand nothing else alike. */
  readonly pattern: string
  readonly headers: Readonly<Record<string, string>>
}

const year = 31_536_000

/**
 * What a browser may keep of an answer unless a rule says otherwise. Cloudflare Pages, Netlify and Vercel send exactly
 * this by themselves; were it a rule for everything, the first two would join it with the rule for hashed files.
 */
export const askAgain = 'public, max-age=0, must-revalidate'

export function headerRules(inline: Inline, basePath: string): HeaderRule[] {
  return [
    {
      pattern: `${basePath}/*`,
      headers: {
        'Content-Security-Policy': `${contentPolicy(inline)}; frame-ancestors 'none'`,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Strict-Transport-Security': `max-age=${2 * year}; includeSubDomains`,
        'X-Content-Type-Options': 'nosniff',
      },
    },
    // Their names are made of their content.
    ...['assets', 'pictures'].map((folder) => ({
      pattern: `${basePath}/${folder}/*`,
      headers: { 'Cache-Control': `public, max-age=${year}, immutable` },
    })),
  ]
}

const matches = (path: string, { pattern }: HeaderRule): boolean => path.startsWith(pattern.slice(0, -1))

/** What the file may hold by the hosts' documentation; beyond it Cloudflare Pages leaves lines out without a word. */
const limits = { rules: 100, line: 2000 }

/** The form that Netlify and Cloudflare Pages read. Both send what every matching rule says, so no two may say the same. */
export function printHeadersFile(rules: readonly HeaderRule[]): string {
  for (const rule of rules)
    for (const other of rules)
      for (const name of Object.keys(rule.headers))
        if (other !== rule && matches(rule.pattern, other) && name in other.headers)
          throw new PublishError(`${name} is set for ${other.pattern} and for ${rule.pattern}: hosts would send both values.`)
  const blocks = rules.map(({ pattern, headers }) => [
    pattern,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ])
  const long = blocks.flat().find((it) => it.length > limits.line)
  if (long)
    throw new PublishError(
      `${long.slice(0, 40).trim()}… is ${long.length} characters; a line of _headers may have ${limits.line}, the rest is ignored.`,
    )
  if (rules.length > limits.rules) throw new PublishError(`_headers has ${rules.length} rules; hosts read ${limits.rules}.`)
  return `${blocks.map((it) => it.join('\n')).join('\n\n')}\n`
}

export function parseHeadersFile(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\S)/)
    .filter((it) => it.trim() !== '')
    .map((block) => {
      const [pattern = '', ...lines] = block.trim().split('\n')
      const headers = lines.map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
      })
      return { pattern, headers: Object.fromEntries(headers) }
    })
}

/** All headers of an answer: its caching is said even where no rule says it. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const own = rules.filter((it) => matches(path, it)).map((it) => it.headers)
  return Object.assign({ 'Cache-Control': askAgain }, ...own) as Record<string, string>
}
