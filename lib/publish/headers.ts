import { contentPolicy, type Inline } from './policy'

/** Which answers carry which headers. Hosts get this in their own words; the local server reads the same file as they do. */
export type HeaderRule = { readonly pattern: string; readonly headers: Readonly<Record<string, string>> }

const year = 31_536_000

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
        'Cache-Control': 'public, max-age=0, must-revalidate',
      },
    },
    // Their names are made of their content.
    ...['assets', 'pictures'].map((folder) => ({
      pattern: `${basePath}/${folder}/*`,
      headers: { 'Cache-Control': `public, max-age=${year}, immutable` },
    })),
  ]
}

/** The form that Netlify and Cloudflare Pages read. */
export const printHeadersFile = (rules: readonly HeaderRule[]): string =>
  rules
    .map(({ pattern, headers }) => [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n\n') + '\n'

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

/** Later rules win, as they do on the hosts. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const matches = ({ pattern }: HeaderRule) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern)
  return Object.assign({}, ...rules.filter(matches).map((it) => it.headers)) as Record<string, string>
}
