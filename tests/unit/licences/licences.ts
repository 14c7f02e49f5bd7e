/** Licences that let anyone use, change and ship the work, and ask for no more than their notice. */
export const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'OFL-1.1',
])

export type Exception = {
  /** A package, or with a star at the end all whose names begin so. */
  readonly name: string
  readonly licence: string
  readonly because: string
}

/** None of these is part of what is served: what that is made of is tested on its own. */
export const exceptions: readonly Exception[] = [
  {
    name: 'elkjs',
    licence: 'EPL-2.0 OR GPL-3.0-or-later',
    because: 'lays out diagrams at build; used as it is, and not shipped',
  },
  { name: 'axe-core', licence: 'MPL-2.0', because: 'tests only; used as it is' },
  { name: '@axe-core/playwright', licence: 'MPL-2.0', because: 'tests only; used as it is' },
  { name: 'lightningcss*', licence: 'MPL-2.0', because: 'compiles styles at build; its output is ours' },
  {
    name: '@img/sharp*',
    licence: 'LGPL-3.0-or-later',
    because: "libvips makes pictures at build, as a library of its own; its files stay on the builder's machine",
  },
  { name: 'caniuse-lite', licence: 'CC-BY-4.0', because: 'data on browsers that Next asks for at build' },
  {
    name: '@contentlayer2/source-remote-files',
    licence: 'none',
    because: 'its package file says nothing; it is part of contentlayer2, which is MIT',
  },
]

export type Locked = { readonly license?: string; readonly dev?: boolean }

/** `(MIT AND Zlib)`, `MPL-2.0 OR Apache-2.0`: of what is joined by OR one will do, of what is joined by AND all are needed. */
export function isAllowed(expression: string): boolean {
  const inner = /^\((.*)\)$/.exec(expression)?.[1] ?? expression
  if (/[()]/.test(inner)) return false
  return inner.split(' OR ').some((choice) => choice.split(' AND ').every((it) => allowed.has(it.trim())))
}

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

const isNamed = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

const covers = ({ name, licence }: Exception, package_: string, said: string): boolean =>
  isNamed(name, package_) && said.split(' AND ').every((it) => it === licence || said === licence || allowed.has(it))

/** What a package that says no licence by name has lying beside its code. */
const licenceByText = (text: string): string | undefined => {
  if (/\bMIT\b/.test(text)) return 'MIT'
  return /Redistribution and use in source and binary forms/.test(text) ? 'BSD-3-Clause' : undefined
}

export type Verdict = { readonly refused: string[]; readonly needless: string[] }

/** Every package of the lock file, those for other systems included; `textOf` reads the licence file of one without a name for it. */
export function judge(
  packages: Readonly<Record<string, Locked>>,
  textOf: (place: string) => string,
  known: readonly Exception[] = exceptions,
): Verdict {
  const used = new Set<Exception>()
  const refused: string[] = []
  for (const [place, { license }] of Object.entries(packages)) {
    if (place === '') continue
    const said = license ?? licenceByText(textOf(place)) ?? 'none'
    if (isAllowed(said)) continue
    const exception = known.find((it) => covers(it, nameOf(place), said))
    if (exception) used.add(exception)
    else refused.push(`${nameOf(place)}: ${said}`)
  }
  return { refused, needless: known.filter((it) => !used.has(it)).map((it) => it.name) }
}
