import { Document, isScalar, Scalar, visit } from 'yaml'
import { otherReading } from './check/yaml-ambiguity'
import { inTypographicQuotes } from './check/yaml-misread'

/** Fields as YAML that every reader takes alike: a word that an older one would read as something else is quoted. */
export function yamlOf(fields: Readonly<Record<string, unknown>>): string {
  const document = new Document(fields)
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== 'string') return
      if (otherReading(node.value) || inTypographicQuotes.test(node.value)) node.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: 0 })
}

export type Described = { readonly description?: string | undefined }

/** A new document: each field with its hint above it, and below them, as comments, those that it may have besides. */
export function newDocument(
  fields: Readonly<Record<string, unknown>>,
  shape: Readonly<Record<string, Described>>,
  body: string,
): string {
  const hint = (name: string) => (shape[name]?.description ? `# ${shape[name].description}\n` : '')
  const given = Object.entries(fields).map(([name, value]) => hint(name) + yamlOf({ [name]: value }))
  const others = Object.keys(shape).filter((name) => !(name in fields))
  const more = others.map((name) => `#   ${name}: ${shape[name]?.description ?? ''}`.trimEnd())
  const optional = more.length > 0 ? `# It may also have:\n${more.join('\n')}\n` : ''
  return `---\n${given.join('')}${optional}---\n${body === '' ? '' : `\n${body}\n`}`
}
