import type { Code, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { nearest } from '@/lib/content/nearest'
import { parseFenceMeta } from '@/lib/markdown/fence'
import { isLanguage, languages, otherNames } from '@/lib/markdown/languages'
import { placeOf } from './body-nodes'
import { among, type Complain, shown } from './problem'

const widest = 84
const canRun = ['ts', 'tsx', 'js']
const options = ['file="…"', 'run', 'check="parse: why"', '{1,3-5}', 'add={2}', 'del={3}', 'focus={4-9}']

/** Every fence names its language and options that exist; what it marks is there; it fits its column. */
export function checkFences(tree: Root, source: string, complain: Complain): void {
  const files = new Map<string, number>()
  visit(tree, 'code', (node) => {
    const place = placeOf(node)
    checkLanguage(node, complain)
    checkEnd(node, source, complain)
    const { meta, unknown } = parseFenceMeta(node.meta ?? '')
    for (const word of unknown)
      complain(place, 'fence', `${shown(word)} after the language`, {
        allowed: options.join(' '),
        suggestion: among(word, ['run', 'file', 'check', 'add', 'del', 'focus'], 'option').suggestion,
      })
    const rows = node.value.split('\n')
    const last = Math.max(0, ...meta.marked, ...meta.added, ...meta.removed, ...meta.focused)
    if (last > rows.length)
      complain(place, 'fence', `line ${last} is marked in a block of ${rows.length}`, { allowed: `1 to ${rows.length}` })
    if (meta.run && !canRun.includes(node.lang ?? ''))
      complain(place, 'fence', `run after ${node.lang ?? 'no language'}`, { allowed: canRun.join(', ') })
    if (meta.check !== undefined && !/^parse: .{3,}/.test(meta.check))
      complain(place, 'fence', `check=${shown(meta.check)}`, { allowed: 'check="parse: " and the reason' })
    if (meta.file !== undefined) noteFile(meta.file, files, place.line, node, complain)
    rows.forEach((row, index) => {
      if (row.length > widest)
        complain(
          { line: place.line + 1 + index, column: place.column + widest },
          'fence',
          `a line of code with ${row.length} characters`,
          { allowed: `up to ${widest}` },
        )
    })
  })
}

function checkLanguage(node: Code, complain: Complain): void {
  const known = Object.keys(languages)
  if (!node.lang)
    complain(placeOf(node), 'fence', 'a code block without language', { allowed: `\`\`\` and one of ${known.join(', ')}` })
  else if (!isLanguage(node.lang))
    complain(placeOf(node), 'fence', `there is no language ${shown(node.lang)}`, {
      suggestion: languageFor(node.lang.toLowerCase()),
      allowed: known.join(', '),
    })
}

/** A misspelt name is nearer to one of four letters than to one of two. */
function languageFor(name: string): string | undefined {
  const near = isLanguage(name)
    ? name
    : nearest(name, [...Object.keys(otherNames), ...Object.keys(languages).filter((it) => it.length > 2)])
  return near !== undefined && Object.hasOwn(otherNames, near) ? otherNames[near] : near
}

/** A fence that is never closed takes all that follows into its block. */
function checkEnd(node: Code, source: string, complain: Complain): void {
  const written = source.slice(node.position?.start.offset, node.position?.end.offset).split('\n')
  const [fence] = /^(?:`{3,}|~{3,})/.exec(written[0] ?? '') ?? []
  if (fence && !(written.length > 1 && /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(written.at(-1) ?? '')))
    complain(placeOf(node), 'fence', 'a code block that is not closed', {
      allowed: `${fence} on a line of its own after the code`,
    })
}

function noteFile(file: string, files: Map<string, number>, line: number, node: Code, complain: Complain): void {
  const earlier = files.get(file)
  if (earlier !== undefined)
    complain(placeOf(node), 'fence', `file="${file}" is used on line ${earlier} already`, { allowed: 'each name once' })
  if (file.trim() === '' || file.startsWith('/') || file.split('/').includes('..'))
    complain(placeOf(node), 'fence', `file="${file}"`, { allowed: 'a relative path such as src/breaker.ts' })
  files.set(file, line)
}
