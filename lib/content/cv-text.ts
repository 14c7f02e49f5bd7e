import type { Cv } from './cv'
import { roleLine } from './profile-text'

const width = 78

/** Words into lines, each after the first set in by as much as the text under it stands. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && `${indent}${line} ${word}`.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, indent + line].join('\n')
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [title, '-'.repeat(title.length), ...lines, ''] : []

/** The CV as plain text, for forms that take nothing else. No line is longer than 78 characters. */
export function cvText({ owner, results, experience, systems, reports, stack }: Cv): string {
  return [
    owner.name,
    roleLine(owner),
    [owner.contact.email, ...owner.links.map((it) => it.url), ...(owner.location ? [owner.location] : [])].join('  '),
    '',
    wrap(owner.statement),
    wrap(`Experience: ${owner.experience.years} years ${owner.experience.of}.`),
    ...(owner.openTo.length > 0 ? [wrap(`Open to: ${owner.openTo.join(', ')}.`)] : []),
    wrap(`Consultation: ${owner.availableFor}`),
    '',
    ...section(
      'Measured results',
      results.flatMap(({ project, lines }) => [
        project,
        ...lines.map(({ metric, value }) => wrap(`${metric}: ${value}`, '  ').replaceAll('\u00a0', ' ')),
      ]),
    ),
    ...section(
      'Experience',
      experience.flatMap(({ period, title, kind, summary }) => [`${period}  ${title} (${kind})`, wrap(summary, '  ')]),
    ),
    ...section(
      'Systems',
      systems.map(({ system, role, style }) => wrap(`${system}: ${role}; ${style.toLowerCase()}`)),
    ),
    ...section(
      'Technical reports',
      reports.map(({ title, year }) => wrap(`${year}  ${title}`)),
    ),
    ...section(
      'Stack',
      stack.map(({ group, tools }) => wrap(`${group}: ${tools.join(', ')}`)),
    ),
  ].join('\n')
}
