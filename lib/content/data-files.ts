import type { z } from 'zod'

/** Data that an instrument reads: files of one kind in one folder, and what each must hold. */
export type DataSet = {
  /** Below `content/`. */
  readonly folder: string
  readonly ending: '.yaml' | '.sql'
  /** For YAML; SQL is read by its instrument, with PostgreSQL's own grammar, when the site is built. */
  readonly schema?: z.ZodType
}

/** Every set there is. An instrument that brings data adds its line here. */
export const dataSets: readonly DataSet[] = [
  { folder: 'schemas', ending: '.sql' },
]

/** Folders below `content/` that hold no documents: Contentlayer passes over them. */
export const foldersWithoutDocuments: readonly string[] = ['vocabulary', ...new Set(dataSets.map((it) => it.folder.split('/')[0] ?? it.folder))]
