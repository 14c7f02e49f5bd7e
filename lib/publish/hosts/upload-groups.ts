import { contentTypeOf } from '@/lib/publish/content-types'
import { headersFor } from '@/lib/publish/headers'
import { hashedFolders, hostFiles, type Serving } from '@/lib/publish/serving'

/** Files that are uploaded by one command, since a command gives all its files one type and one caching. */
export type UploadGroup = {
  /** Patterns of file names: an ending, or whole names where there is none. */
  readonly names: readonly string[]
  /** The folder of hashed files that they lie in, with a slash at its end; empty for what belongs to a release. */
  readonly hashed: string
  readonly type: string
  readonly caching: string
}

const endingOf = (path: string): string => /\.[a-z0-9]+$/.exec(path)?.[0] ?? ''

/** CloudFront compresses by itself, and nobody there reads the files that are meant for other hosts. */
const isUploaded = (path: string): boolean => !/\.(?:br|gz)$/.test(path) && !hostFiles.includes(path)

export function uploadGroups(files: readonly string[], serving: Serving): UploadGroup[] {
  const folders = hashedFolders(serving).map((it) => it.slice(1))
  const groups = new Map<string, UploadGroup>()
  for (const path of files.filter(isUploaded).toSorted()) {
    const hashed = folders.find((it) => path.startsWith(it)) ?? ''
    const ending = endingOf(path)
    const key = `${hashed} ${ending}`
    const names = ending ? [`*${ending}`] : [...(groups.get(key)?.names ?? []), path.slice(hashed.length)]
    const caching = headersFor(`/${path}`, serving.rules)['Cache-Control'] ?? ''
    groups.set(key, { names, hashed, type: contentTypeOf(path), caching })
  }
  // Hashed files go up first, so that no page is there before what it needs.
  return [...groups.values()].toSorted((a, b) => Number(a.hashed === '') - Number(b.hashed === ''))
}

/** The end of `aws s3 cp`: which files of the folder, and what they are told to be. */
export const uploadArguments = ({ names, hashed, type, caching }: UploadGroup, serving: Serving): string[] => [
  ...['--recursive', '--exclude', '*', ...names.flatMap((it) => ['--include', it])],
  ...(hashed ? [] : hashedFolders(serving).flatMap((it) => ['--exclude', `${it.slice(1)}*`])),
  ...['--exclude', '*.br', '--exclude', '*.gz', ...hostFiles.flatMap((it) => ['--exclude', it])],
  ...['--content-type', type, '--cache-control', caching, '--no-progress', '--only-show-errors'],
]
