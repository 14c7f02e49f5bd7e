import { selectAll } from 'css-select'
import postcss, { type AtRule, type Container, type Document as PostcssDocument } from 'postcss'
import type { Face } from './fonts'
import { type Document, type Element, isElement, type Node, only } from './html'
import { treeAdapter } from './select-adapter'

type Setting = { readonly family?: string; readonly italic?: boolean; readonly weight?: number }
type Rule = { readonly selector: string; readonly setting: Setting }

/** What the style sheets say of faces: enough of the cascade to know which font files a page will ask for. */
export type Typography = { readonly faces: readonly Face[]; readonly rules: readonly Rule[] }

type Parent = Container | PostcssDocument | undefined

function conditionsOf(node: { parent: Parent }): AtRule[] {
  const found: AtRule[] = []
  for (let at = node.parent; at; at = at.parent as Parent) if (at.type === 'atrule') found.push(at as unknown as AtRule)
  return found
}

export function readTypography(css: string, faces: readonly Face[]): Typography {
  const root = postcss.parse(css)
  const variables = new Map<string, string>()
  root.walkDecls(/^--/, (it) => void variables.set(it.prop, it.value))
  const families = new Set(faces.map((it) => it.family))
  const resolve = (value: string, depth = 0): string =>
    depth > 5
      ? value
      : value.replace(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (_, name: string) => resolve(variables.get(name) ?? '', depth + 1))
  const layered: Rule[] = []
  const unlayered: Rule[] = []
  root.walkRules((rule) => {
    const around = conditionsOf(rule)
    if (around.some((it) => (it.name === 'media' && !it.params.includes('phone')) || /keyframes|supports/.test(it.name))) return
    const setting: { family?: string; italic?: boolean; weight?: number } = {}
    for (const node of rule.nodes) {
      if (node.type !== 'decl') continue
      if (node.prop === 'font-family') setting.family = firstKnown(resolve(node.value), families)
      if (node.prop === 'font-style') setting.italic = /italic|oblique/.test(node.value)
      const weight = node.prop === 'font-weight' ? weightOf(resolve(node.value)) : undefined
      if (weight !== undefined) setting.weight = weight
    }
    if (Object.keys(setting).length === 0) return
    const target = around.some((it) => it.name === 'layer') ? layered : unlayered
    for (const selector of rule.selectors) target.push({ selector, setting })
  })
  return { faces, rules: [...userAgent, ...layered, ...unlayered] }
}

const userAgent: readonly Rule[] = [
  { selector: 'em, i, cite, dfn, var, address', setting: { italic: true } },
  { selector: 'b, strong, th', setting: { weight: 700 } },
]

const weightOf = (value: string): number | undefined => {
  const named = { normal: 400, bold: 700, bolder: 700 }[value.trim()] ?? Number(value)
  return Number.isFinite(named) ? named : undefined
}

/** A list of families whose first web font is this one; a list without any is set in what the system has. */
const firstKnown = (list: string, families: ReadonlySet<string>): string =>
  list
    .split(',')
    .map((it) => it.trim().replace(/["']/g, ''))
    .find((it) => families.has(it)) ?? ''

function settings(document: Document, rules: readonly Rule[]): Map<Element, Setting> {
  const found = new Map<Element, Setting>()
  for (const { selector, setting } of rules) {
    // A pseudo-element takes its text from the sheet, a state comes later than the page.
    if (/::|:(?:before|after|hover|focus|active|target|checked|visited)|&/.test(selector)) continue
    try {
      for (const element of selectAll<Node, Element>(selector, document.childNodes, { adapter: treeAdapter }))
        found.set(element, { ...found.get(element), ...setting })
    } catch {
      // A selector of a newer kind than css-select knows; the browser test holds the result against the truth.
    }
  }
  return found
}

/** As the browser chooses: the family's face of that slant, of the nearest weight. */
function faceFor(faces: readonly Face[], { family, italic = false, weight = 400 }: Setting): Face | undefined {
  const own = faces.filter((it) => it.family === family)
  const slanted = own.filter((it) => it.italic === italic)
  const distance = ({ weights: [from, to] }: Face) => Math.max(from - weight, weight - to, 0)
  return (slanted.length > 0 ? slanted : own).toSorted((a, b) => distance(a) - distance(b))[0]
}

const unseen = new Set(['script', 'style', 'template', 'noscript', 'title', 'head', 'datalist'])

/** Asked for twice on each page; publishing does not change a page's text in between. */
const known = new WeakMap<Document, FaceOnPage[]>()

export type FaceOnPage = { readonly face: Face; readonly startsAt: number }

/** The fonts that the page's text is set in, and how many characters into the page each begins. */
export function facesOnPage(document: Document, typography: Typography): FaceOnPage[] {
  const found = known.get(document) ?? findFaces(document, typography)
  known.set(document, found)
  return found
}

function findFaces(document: Document, { faces, rules }: Typography): FaceOnPage[] {
  const own = settings(document, rules)
  const found = new Map<Face, number>()
  let read = 0
  const visit = (element: Element, inherited: Setting) => {
    if (unseen.has(element.tagName)) return
    const setting = { ...inherited, ...own.get(element) }
    for (const node of element.childNodes) {
      if (isElement(node)) visit(node, setting)
      else if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '') {
        const face = faceFor(faces, setting)
        if (face && !found.has(face)) found.set(face, read)
        read += node.value.length
      }
    }
  }
  const body = only(document, 'body')
  visit(body, { ...own.get(body.parentNode as Element) })
  return [...found].map(([face, startsAt]) => ({ face, startsAt }))
}
