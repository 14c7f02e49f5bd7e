import { mostAttempts, parseLayers } from '@/lib/reliability/amplification'

/** What a property may hold; without one of these any text. */
type Property = {
  readonly required?: true
  readonly values?: readonly string[]
  /**
   * What it names: a term of the vocabulary, a figure or claim of the same document, a file in content/schemas, a table
   * of the schema that the property beside it names, a file in content/scenarios/lifecycle, or the slug of one in
   * content/scenarios/queue.
   */
  readonly names?: 'term' | 'figure' | 'claim' | 'schema' | 'table' | 'request' | 'run'
  readonly reads?: (value: string) => boolean
  readonly allowed?: string
}

export type MdxComponent = {
  readonly properties: Readonly<Record<string, Property>>
  /** Whether text stands between its tags. */
  readonly content: boolean
  /** The only component that it may stand directly in. */
  readonly within?: string
  /** The only thing that it may hold directly. */
  readonly holds?: 'Tab' | 'ordered list'
}

const id = (names: 'term' | 'figure' | 'claim'): MdxComponent['properties'] => ({ id: { required: true, names } })

const table = {
  Mark: { properties: {}, content: true },
  Sidenote: { properties: {}, content: true },
  Kbd: { properties: {}, content: true },
  Term: { properties: id('term'), content: true },
  Callout: { properties: { kind: { required: true, values: ['rule', 'warning', 'note'] }, title: {} }, content: true },
  Steps: { properties: {}, content: true, holds: 'ordered list' },
  Tabs: { properties: {}, content: true, holds: 'Tab' },
  Tab: { properties: { label: { required: true } }, content: true, within: 'Tabs' },
  Figure: { properties: id('figure'), content: false },
  Claim: { properties: id('claim'), content: false },
  BrokerQueue: { properties: { scenario: { required: true, names: 'run' } }, content: false },
  BuildFigures: { properties: {}, content: false },
  ErdExplorer: {
    properties: {
      schema: { required: true, names: 'schema' },
      focus: { names: 'table' },
      mode: { values: ['all', 'keys', 'names'] },
      hops: { values: ['1', '2'] },
      caption: {},
    },
    content: false,
  },
  RequestLifecycle: { properties: { scenario: { required: true, names: 'request' } }, content: false },
  RetryAmplification: {
    properties: {
      layers: {
        required: true,
        reads: (value) => parseLayers(value) !== undefined,
        allowed: `names with their attempts, 1 to ${mostAttempts} each, such as "user 2, client 3"`,
      },
    },
    content: false,
  },
} as const satisfies Record<string, MdxComponent>

/** Every component that MDX may use, and nothing else: `components/prose/body.tsx` has one for each name. */
export type MdxComponentName = keyof typeof table

export const mdxComponents: Readonly<Record<MdxComponentName, MdxComponent>> = table

export const mdxComponentNames = Object.keys(table) as readonly MdxComponentName[]

export const isMdxComponent = (name: string): name is MdxComponentName => Object.hasOwn(table, name)
