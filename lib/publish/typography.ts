import type { AtRule, Container, Document as PostcssDocument, Root } from 'postcss'
import { isWebFont, valueOf, weightsOf } from './font-rules'

/** A web font as the style sheet declares it, before publishing cuts its file. */
export type DeclaredFace = {
  readonly family: string
  readonly italic: boolean
  readonly weights: readonly [number, number]
  readonly rule: AtRule
}

export type Setting = { readonly family?: string; readonly italic?: boolean; readonly weight?: number }
export type SettingRule = { readonly selector: string; readonly setting: Setting }

/** What the style sheets say of faces: enough of the cascade to know which text is set in which font file. */
export type Typography = { readonly faces: readonly DeclaredFace[]; readonly rules: readonly SettingRule[] }

export function declaredFaces(sheets: readonly Root[]): DeclaredFace[] {
  const faces: DeclaredFace[] = []
  for (const sheet of sheets)
    sheet.walkAtRules('font-face', (rule) => {
      if (!isWebFont(rule)) return
      const family = valueOf(rule, 'font-family').replace(/["']/g, '')
      faces.push({ family, italic: valueOf(rule, 'font-style') === 'italic', weights: weightsOf(rule), rule })
    })
  return faces
}

type Parent = Container | PostcssDocument | undefined

function conditionsOf(node: { parent: Parent }): AtRule[] {
  const found: AtRule[] = []
  for (let at = node.parent; at; at = at.parent as Parent) if (at.type === 'atrule') found.push(at as unknown as AtRule)
  return found
}

/** Rules that hold on paper, under a feature query or within an animation say nothing of what a page loads at first. */
const isConditional = ({ name }: AtRule): boolean => /^(?:media|supports|(?:-webkit-)?keyframes)$/.test(name)

export function readTypography(sheets: readonly Root[]): Typography {
  const faces = declaredFaces(sheets)
  const families = new Set(faces.map((it) => it.family))
  const variables = new Map<string, string>()
  for (const sheet of sheets) sheet.walkDecls(/^--/, (it) => void variables.set(it.prop, it.value))
  const resolve = (value: string, depth = 0): string =>
    depth > 5
      ? value
      : value.replace(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (_, name: string) => resolve(variables.get(name) ?? '', depth + 1))
  const layered: SettingRule[] = []
  const unlayered: SettingRule[] = []
  for (const sheet of sheets)
    sheet.walkRules((rule) => {
      const around = conditionsOf(rule)
      if (around.some(isConditional)) return
      const setting: { family?: string; italic?: boolean; weight?: number } = {}
      for (const node of rule.nodes) {
        if (node.type !== 'decl' || /^(?:inherit|unset)$/.test(node.value)) continue
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

const userAgent: readonly SettingRule[] = [
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

/** As the browser chooses: the family's face of that slant, of the nearest weight. */
export function faceFor(faces: readonly DeclaredFace[], { family, italic = false, weight = 400 }: Setting) {
  const own = faces.filter((it) => it.family === family)
  const slanted = own.filter((it) => it.italic === italic)
  const distance = ({ weights: [from, to] }: DeclaredFace) => Math.max(from - weight, weight - to, 0)
  return (slanted.length > 0 ? slanted : own).toSorted((a, b) => distance(a) - distance(b))[0]
}
