import { z } from 'zod'
import { collections } from './collections'
import { vocabularyFiles } from './vocabulary-schema'

/** A JSON Schema for an editor, with the files that it is for. */
export type EditorSchema = { readonly name: string; readonly files: string; readonly schema: unknown }

const forEditors = (schema: z.ZodType, title: string): unknown => ({
  ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' }),
  title,
})

/** The same schemas that the check reads with, as editors read them. */
export function editorSchemas(): EditorSchema[] {
  return [
    ...collections.map((it) => ({
      name: it.kind,
      files: it.single ? `content/${it.folder}` : `content/${it.folder}/**/*.mdx`,
      schema: forEditors(it.schema, `Front matter: ${it.kind}`),
    })),
    ...vocabularyFiles.map((it) => ({
      name: it.file.replace('.yaml', ''),
      files: `content/vocabulary/${it.file.replace('.yaml', it.kind === 'term' ? '*.yaml' : '.yaml')}`,
      schema: forEditors(it.schema, `Vocabulary: ${it.file}`),
    })),
  ]
}

/** What `.vscode/` holds, by the name of the file. */
export function editorFiles(): Map<string, string> {
  const schemas = editorSchemas()
  const isYaml = ({ files }: EditorSchema) => files.endsWith('.yaml')
  const print = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
  const settings = {
    'files.eol': '\n',
    'files.insertFinalNewline': true,
    'files.trimTrailingWhitespace': true,
    'yaml.schemas': Object.fromEntries(schemas.filter(isYaml).map((it) => [`./.vscode/schemas/${it.name}.json`, it.files])),
  }
  return new Map([
    ['settings.json', print(settings)],
    ...schemas.map((it): [string, string] => [`schemas/${it.name}.json`, print(it.schema)]),
  ])
}
