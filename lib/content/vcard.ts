import type { Profile } from './profile'

/** RFC 2426 gives these a meaning inside a value. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** No line is longer than 75 bytes; what is left goes on after a space. A character is never cut in two. */
function folded(line: string): string {
  const parts = ['']
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      parts.push(' ')
      bytes = 1
    }
    parts[parts.length - 1] += character
    bytes += size
  }
  return parts.join('\r\n')
}

type Card = Pick<Profile, 'name' | 'role' | 'focusLine' | 'contact' | 'site' | 'location' | 'links'>

/** For an address book. Version 3.0, because some address books in use still read no later one. */
export function vcard({ name, role, focusLine, contact, site, location, links }: Card): string {
  const words = name.trim().split(/\s+/)
  const family = words.length > 1 ? (words.at(-1) ?? '') : ''
  const given = words.slice(0, words.length > 1 ? -1 : undefined).join(' ')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(family)};${escaped(given)};;;`,
    `FN:${escaped(name)}`,
    `TITLE:${escaped(role)}`,
    `EMAIL;TYPE=INTERNET:${escaped(contact.email)}`,
    ...[...(site ? [site] : []), ...links.map((it) => it.url)].map((it) => `URL:${it}`),
    ...(location ? [`ADR;TYPE=WORK:;;;${escaped(location)};;;`] : []),
    ...(focusLine.length > 0 ? [`NOTE:${escaped(focusLine.join(', '))}`] : []),
    'END:VCARD',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
