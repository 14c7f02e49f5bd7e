import { compile } from 'css-select'
import { parse as parseSelector, type Selector, SelectorType } from 'css-what'
import { attribute, type Document, type Element, isElement, type Node, only } from './html'
import { treeAdapter } from './select-adapter'
import { type DeclaredFace, faceFor, type Setting, type Typography } from './typography'

type Test = { readonly order: number; readonly matches: (element: Element) => boolean; readonly setting: Setting }

const combinators: readonly string[] = [SelectorType.Descendant, SelectorType.Child, SelectorType.Adjacent, SelectorType.Sibling]
const isCombinator = ({ type }: Selector): boolean => combinators.includes(type)

/** The name that an element must have itself for a selector to fit it: its class or its tag; `*` where anything may. */
function keyOf(selector: readonly Selector[]): string {
  const last = selector.slice(selector.findLastIndex(isCombinator) + 1)
  const byClass = last.find((it) => it.type === SelectorType.Attribute && it.name === 'class')
  if (byClass?.type === SelectorType.Attribute && String(byClass.action) === 'element') return `.${byClass.value}`
  const byTag = last.find((it) => it.type === SelectorType.Tag)
  return byTag && 'name' in byTag ? byTag.name.toLowerCase() : '*'
}

export type FaceReader = (document: Document) => Map<DeclaredFace, FaceUse>
export type FaceUse = { readonly startsAt: number; readonly characters: Set<string> }

/** A pseudo-element takes its text from the sheet, a state comes later than the page. */
const isNoElement = /::|:(?:before|after|hover|focus|active|target|checked|visited)|&/

/** Most elements fit few selectors: these are found by tag and class, and only they are tried. */
function indexRules({ rules }: Typography): ReadonlyMap<string, readonly Test[]> {
  const index = new Map<string, Test[]>()
  for (const [order, { selector, setting }] of rules.entries()) {
    if (isNoElement.test(selector)) continue
    try {
      for (const alternative of parseSelector(selector)) {
        const matches = compile<Node, Element>([alternative], { adapter: treeAdapter })
        const key = keyOf(alternative)
        index.set(key, [...(index.get(key) ?? []), { order, matches, setting }])
      }
    } catch {
      // A selector of a newer kind than css-select knows; the browser test holds the result against the truth.
    }
  }
  return index
}

const unseen = new Set(['script', 'style', 'template', 'noscript', 'title', 'head', 'datalist'])

/** Tells of each page which fonts its text is set in, with which characters, and how far into the page each begins. */
export function faceReader(typography: Typography): FaceReader {
  const index = indexRules(typography)
  const everywhere = index.get('*') ?? []
  const faceOf = remembered((setting) => faceFor(typography.faces, setting))

  const settingOf = (element: Element, inherited: Setting): Setting => {
    const classes = (attribute(element, 'class') ?? '').split(/\s+/)
    const tests = [...everywhere, ...(index.get(element.tagName) ?? []), ...classes.flatMap((it) => index.get(`.${it}`) ?? [])]
    const own = tests.filter((it) => it.matches(element)).toSorted((a, b) => a.order - b.order)
    return own.reduce<Setting>((setting, it) => ({ ...setting, ...it.setting }), inherited)
  }

  return (document) => {
    const found = new Map<DeclaredFace, FaceUse>()
    let read = 0
    const visit = (element: Element, inherited: Setting) => {
      if (unseen.has(element.tagName)) return
      const setting = settingOf(element, inherited)
      for (const node of element.childNodes) {
        if (isElement(node)) visit(node, setting)
        else if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '') {
          const face = faceOf(setting)
          if (face) {
            const use = found.get(face) ?? { startsAt: read, characters: new Set() }
            for (const it of node.value) use.characters.add(it)
            found.set(face, use)
          }
          read += node.value.length
        }
      }
    }
    const body = only(document, 'body')
    visit(body, settingOf(body.parentNode as Element, {}))
    return found
  }
}

function remembered(choose: (setting: Setting) => DeclaredFace | undefined) {
  const known = new Map<string, DeclaredFace | undefined>()
  return (setting: Setting) => {
    const key = `${setting.family} ${setting.italic ?? false} ${setting.weight ?? 400}`
    if (!known.has(key)) known.set(key, choose(setting))
    return known.get(key)
  }
}
