/** Data that a figure or an instrument reads: files of one kind in one folder. */
export type DataSet = {
  /** Below `content/`. */
  readonly folder: string
  readonly name: RegExp
}

/** Every set there is. What brings data adds its line here, and its schema in `lib/cli/data-schemas.ts`. */
export const dataSets: readonly DataSet[] = [
  { folder: 'figures', name: /^systems\.yaml$/ },
  { folder: 'lifecycle', name: /^(?:assumptions|stages|words)\.yaml$/ },
  { folder: 'scenarios/lifecycle', name: /^[a-z0-9-]+\.yaml$/ },
  { folder: 'scenarios/queue', name: /^[a-z0-9-]+\.yaml$/ },
  { folder: 'schemas', name: /^[a-z0-9-]+\.sql$/ },
  { folder: 'topology', name: /^lifecycle\.yaml$/ },
]

/** The set that a file below `content/` belongs to. */
export const dataSetOf = (path: string): DataSet | undefined =>
  dataSets.find(({ folder, name }) => path.startsWith(`${folder}/`) && name.test(path.slice(folder.length + 1)))

/** Folders below `content/` that hold no documents: Contentlayer passes over them. */
export const foldersWithoutDocuments: readonly string[] = [
  ...new Set(['vocabulary', ...dataSets.map((it) => it.folder.split('/')[0] ?? it.folder)]),
].toSorted()
