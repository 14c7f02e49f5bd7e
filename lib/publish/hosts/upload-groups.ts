import { contentTypeOf } from '@/lib/publish/content-types'
import { headersFor } from '@/lib/publish/headers'
import { hostFiles, type Serving } from '@/lib/publish/serving'

/** Files that are uploaded by one command, since a command gives all its files one type and one caching. */
export type UploadGroup = {
  /** Patterns of file names: an ending, or whole names where there is none. */
  readonly names: readonly string[]
  readonly isHashed: boolean
  readonly type: string
  readonly caching: string
}

const hashed = 'assets/'

const endingOf = (path: string): string => /\.[a-z0-9]+$/.exec(path)?.[0] ?? ''

/** CloudFront compresses by itself, and nobody there reads the files that are meant for other hosts. */
const isUploaded = (path: string): boolean => !/\.(?:br|gz)$/.test(path) && !hostFiles.includes(path)

export function uploadGroups(files: readonly string[], { rules }: Serving): UploadGroup[] {
  const groups = new Map<string, UploadGroup>()
  for (const path of files.filter(isUploaded).toSorted()) {
    const [ending, isHashed] = [endingOf(path), path.startsWith(hashed)]
    const key = `${isHashed} ${ending}`
    const names = ending ? [`*${ending}`] : [...(groups.get(key)?.names ?? []), isHashed ? path.slice(hashed.length) : path]
    const caching = headersFor(`/${path}`, rules)['Cache-Control'] ?? ''
    groups.set(key, { names, isHashed, type: contentTypeOf(path), caching })
  }
  // Hashed files go up first, so that no page is there before what it needs.
  return [...groups.values()].toSorted((a, b) => Number(b.isHashed) - Number(a.isHashed))
}

/** The end of `aws s3 cp`: which files of the folder, and what they are told to be. */
export const uploadArguments = ({ names, isHashed, type, caching }: UploadGroup): string[] => [
  ...['--recursive', '--exclude', '*', ...names.flatMap((it) => ['--include', it])],
  ...(isHashed ? [] : ['--exclude', `${hashed}*`]),
  ...['--exclude', '*.br', '--exclude', '*.gz', ...hostFiles.flatMap((it) => ['--exclude', it])],
  ...['--content-type', type, '--cache-control', caching, '--no-progress', '--only-show-errors'],
]
