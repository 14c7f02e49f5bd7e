import type { AtRule } from 'postcss'

/** Reading `@font-face`: what stands in until a font arrives is a font on the reader's machine, without a file. */
export const isWebFont = (face: AtRule): boolean => valueOf(face, 'src').includes('url(')

export const valueOf = (face: AtRule, name: string): string => {
  let found = ''
  face.walkDecls(name, ({ value }) => {
    found = value
  })
  return found
}

export function weightsOf(face: AtRule): readonly [number, number] {
  const given = (valueOf(face, 'font-weight') || '400').replace('normal', '400').replace('bold', '700')
  const [from = 400, to = from] = given.split(/\s+/).map(Number)
  return [from, to]
}
