import { parse as parseSelector, type Selector, SelectorType } from 'css-what'
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss'

type Names = ReadonlySet<string>

/** Tells whether a selector could match on pages that hold only these names. In doubt, yes. */
export function selectorTest(selector: string): (names: Names) => boolean {
  try {
    const alternatives = parseSelector(selector)
    return (names) => alternatives.some((it) => everyPartCould(it, names))
  } catch {
    return () => true
  }
}

export const couldMatch = (selector: string, names: Names): boolean => selectorTest(selector)(names)

/** Parts of the browser's own controls, and the tags or kinds of input without which a page has none of them. */
const controlParts: readonly (readonly [part: RegExp, of: readonly string[]])[] = [
  [/^file-selector-button$/, ['type=file']],
  [/^-webkit-(?:date|calendar)/, ['type=date', 'type=datetime-local', 'type=month', 'type=week', 'type=time']],
  [/^-webkit-search/, ['type=search']],
  [/^-webkit-(?:inner|outer)-spin/, ['type=number']],
  [/^-moz-ui-/, ['input', 'textarea', 'select', 'button']],
  [/^placeholder$/, ['input', 'textarea']],
]

/** A script that makes `severity-${level}` holds only the beginning of the class. */
const isThere = (name: string, names: Names): boolean =>
  names.has(name) || [...name.matchAll(/-/g)].some(({ index }) => names.has(name.slice(0, index + 1)))

const everyPartCould = (parts: readonly Selector[], names: Names): boolean => parts.every((it) => partCould(it, names))

function partCould(part: Selector, names: Names): boolean {
  if (part.type === SelectorType.Tag) return ['html', 'body', 'head'].includes(part.name) || names.has(part.name.toLowerCase())
  if (part.type === SelectorType.Attribute && (part.name === 'class' || part.name === 'id'))
    return !['element', 'equals'].includes(part.action) || isThere(`${part.name === 'id' ? '#' : '.'}${part.value}`, names)
  if (part.type === SelectorType.Pseudo || part.type === SelectorType.PseudoElement)
    if (controlParts.some(([control, of]) => control.test(part.name) && !of.some((it) => names.has(it)))) return false
  const isChoice = part.type === SelectorType.Pseudo && ['is', 'where', 'has', 'matches'].includes(part.name)
  if (isChoice && Array.isArray(part.data)) return part.data.some((it) => everyPartCould(it, names))
  return true
}

const isInKeyframes = ({ parent }: Rule): boolean => parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')

function dropDeadRules(root: Root, names: Names): void {
  root.walkRules((rule) => {
    if (isInKeyframes(rule) || rule.parent?.type === 'rule') return
    const alive = rule.selectors.filter((it) => couldMatch(it, names))
    if (alive.length === 0) rule.remove()
    else if (alive.length < rule.selectors.length) rule.selectors = alive
  })
}

const variablesIn = (value: string): string[] => [...value.matchAll(/--[a-zA-Z][\w-]*/g)].map(([name]) => name)

/** A custom property lives when something that is shown reads it, directly or through another one. */
function dropDeadVariables(root: Root, names: Names): void {
  const declared: Declaration[] = []
  const alive = new Set([...names].filter((it) => it.startsWith('--')))
  const readBy = new Map<string, string[]>()
  root.walkDecls((it) => {
    if (!it.prop.startsWith('--')) for (const name of variablesIn(it.value)) alive.add(name)
    else {
      declared.push(it)
      readBy.set(it.prop, [...(readBy.get(it.prop) ?? []), ...variablesIn(it.value)])
    }
  })
  const pending = [...alive]
  for (let name = pending.pop(); name; name = pending.pop())
    for (const inner of readBy.get(name) ?? [])
      if (!alive.has(inner)) {
        alive.add(inner)
        pending.push(inner)
      }
  for (const it of declared) if (!alive.has(it.prop)) it.remove()
  root.walkAtRules('property', (it) => {
    if (!alive.has(it.params)) it.remove()
  })
}

function dropDeadFramesAndFaces(root: Root): void {
  let values = ''
  root.walkDecls((it) => {
    if (!(it.parent?.type === 'atrule' && (it.parent as AtRule).name === 'font-face')) values += `${it.value};`
  })
  root.walkAtRules(/keyframes$/, (it) => {
    if (!values.includes(it.params)) it.remove()
  })
  root.walkAtRules('font-face', (face) => {
    face.walkDecls('font-family', ({ value }) => {
      if (!values.includes(value.replace(/["']/g, ''))) face.remove()
    })
  })
}

/** What was written for older browsers comes out of the compiler several times over. */
function dropRepeats(root: Root): void {
  root.walkDecls((it) => {
    const next = it.next()
    if (next?.type === 'decl' && next.prop === it.prop && next.value === it.value) it.remove()
  })
}

function dropEmpty(root: Root): void {
  for (let before = -1, now = 0; before !== now;) {
    before = now
    root.walk((it) => {
      const isBlock = it.type === 'rule' || (it.type === 'atrule' && it.nodes !== undefined)
      if (!isBlock || it.nodes?.length !== 0) return
      it.remove()
      now += 1
    })
  }
}

/** What pages made of these names can ever show of a style sheet. */
export function usedStyles(css: string, names: Names): string {
  const root = postcss.parse(css)
  root.walkComments((it) => void it.remove())
  dropDeadRules(root, names)
  dropDeadVariables(root, names)
  dropDeadFramesAndFaces(root)
  dropRepeats(root)
  dropEmpty(root)
  return root.toString().replace(/\s*\n\s*/g, '')
}
