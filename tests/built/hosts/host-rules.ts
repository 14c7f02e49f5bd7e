/** `_headers` and `_redirects` as Cloudflare Pages and Netlify document them; nothing of ours is used to read them. */

export type Rule = { readonly pattern: string; readonly headers: readonly (readonly [string, string])[] }

export type Limits = { readonly rules: number; readonly line: number }

export function readRules(text: string, limits: Limits): Rule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = []
  for (const line of text.split('\n').map((it) => it.trim())) {
    if (line === '' || line.startsWith('#') || line.length > limits.line) continue
    if (line.startsWith('/')) rules.push({ pattern: line, headers: [] })
    else {
      const [name = '', ...value] = line.split(':')
      rules.at(-1)?.headers.push([name.trim().toLowerCase(), value.join(':').trim()])
    }
  }
  return rules.slice(0, limits.rules)
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')}$`).test(path)

/** What every matching rule says is sent, joined by a comma; the host's own values only where no rule has the header. */
export function joinedHeaders(
  path: string,
  rules: readonly Rule[],
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const said = new Map<string, string>()
  for (const { pattern, headers } of rules)
    if (matches(pattern, path))
      for (const [name, value] of headers) said.set(name, said.has(name) ? `${said.get(name)}, ${value}` : value)
  return { ...own, ...Object.fromEntries(said) }
}

export type Line = { readonly from: string; readonly to: string; readonly code: string }

export const readLines = (text: string, mostCharacters: number): Line[] =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '' && !it.startsWith('#') && it.length <= mostCharacters)
    .map((it) => {
      const [from = '', to = '', code = '302'] = it.split(/\s+/)
      return { from, to, code }
    })
