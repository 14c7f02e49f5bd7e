import type { Collection } from '@/lib/content/collection'
import { collections } from '@/lib/content/collections'
import { dataSetOf, dataSets } from '@/lib/content/data-files'
import { slugPattern } from '@/lib/content/fields'
import { slugFrom } from '@/lib/content/slug'
import { type VocabularyKind, vocabularyFiles } from '@/lib/content/vocabulary-schema'
import { type ContentFile, isPicture, mostPictureBytes } from './files'
import { pictureFormat } from './picture-format'
import { among, type Complain, foreignCharacter, shown } from './problem'

/** What reads a file, by where it lies. */
export type Reader =
  | { readonly what: 'document'; readonly collection: Collection; readonly slug: string }
  | { readonly what: 'words'; readonly kind: VocabularyKind }
  | { readonly what: 'data' }
  | { readonly what: 'picture' }

const start = { line: 1, column: 1 }

export const isDocumentName = (path: string) => /\.mdx$/i.test(path)

/** Finds what reads the file, and complains where nothing does or its name is wrong. */
export function readerOf({ path, kind, bytes, size = 0 }: ContentFile, complain: Complain): Reader | undefined {
  if (kind === 'link') complain(start, 'file-link', 'a symbolic link', { allowed: 'the file itself' })
  if (kind === 'other') complain(start, 'file-place', 'neither a file nor a folder')
  if (kind !== 'file') return undefined
  const [folder = '', ...inside] = path.split('/')
  if (folder === 'vocabulary') return wordsReader(path, inside, complain)
  if (dataSetOf(path)) return { what: 'data' }
  const collection = collections.find((it) => (it.single ? path === it.folder : it.folder === folder && inside.length > 0))
  if (!collection) {
    const folders = [...new Set([...collections.map((it) => it.folder), 'vocabulary', ...dataSets.map((it) => it.folder)])]
    complain(
      start,
      'file-place',
      folders.some((it) => path.startsWith(it)) || inside.length === 0
        ? `nothing reads ${path}`
        : `nothing reads the folder ${folder}/`,
      isPicture(path)
        ? { allowed: 'a picture beside the document that shows it, such as articles/<slug>/diagram.png' }
        : { ...among(folder, folders, 'folder'), allowed: folders.join(', ') },
    )
    return undefined
  }
  if (isPicture(path)) {
    if (size > mostPictureBytes)
      complain(start, 'file-size', `the picture has ${(size / 1024 / 1024).toFixed(0)} MiB`, {
        allowed: `at most ${mostPictureBytes / 1024 / 1024} MiB; the build makes all smaller widths of it`,
      })
    return pictureReader(path, bytes, complain)
  }
  if (!path.endsWith('.mdx')) {
    complain(start, 'file-place', `nothing reads a file of this kind in ${folder}`, {
      allowed: 'documents (.mdx) and their pictures (.avif, .jpg, .png, .svg, .webp)',
    })
    return undefined
  }
  return documentReader(collection, inside, complain)
}

function documentReader(collection: Collection, inside: readonly string[], complain: Complain): Reader | undefined {
  if (collection.single) return { what: 'document', collection, slug: 'profile' }
  const [first = '', second, ...deeper] = inside
  if (deeper.length > 0 || (second !== undefined && second !== 'index.mdx')) {
    complain(start, 'file-place', `${inside.join('/')} lies too deep`, {
      allowed: `${collection.folder}/<slug>.mdx, or ${collection.folder}/<slug>/index.mdx with its pictures beside it`,
    })
    return undefined
  }
  const slug = first.replace(/\.mdx$/, '')
  if (!slugPattern.test(slug)) {
    const foreign = foreignCharacter(slug)
    complain(start, 'file-name', `${shown(slug)} is no slug${foreign ? ` (${foreign})` : ''}`, {
      allowed: 'lower-case words, digits and single hyphens',
      suggestion: slugFrom(slug),
    })
    return undefined
  }
  return { what: 'document', collection, slug }
}

function wordsReader(path: string, inside: readonly string[], complain: Complain): Reader | undefined {
  const found = vocabularyFiles.find((it) => it.name.test(inside.join('/')))
  if (found) return { what: 'words', kind: found.kind }
  const names = vocabularyFiles.map((it) => it.file)
  complain(start, 'file-place', `nothing reads ${path}`, { ...among(inside.join('/'), names, 'file'), allowed: names.join(', ') })
  return undefined
}

function pictureReader(path: string, bytes: Uint8Array, complain: Complain): Reader {
  const name = path.split('/').at(-1) ?? path
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name))
    complain(start, 'file-name', `${shown(name)} has other characters than a link may have`, {
      allowed: 'lower-case letters, digits, hyphens and dots',
    })
  const expected = path
    .slice(path.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace('jpeg', 'jpg')
  const found = pictureFormat(bytes)
  if (found !== expected)
    complain(start, 'image', found ? `the file is ${found}, not ${expected}` : `the file is no picture that a browser shows`, {
      allowed: 'a picture of the kind that its name says',
    })
  return { what: 'picture' }
}

/** Two names that one file system takes for two files and another for one. */
export function checkTwins(paths: readonly string[]): { readonly path: string; readonly twin: string }[] {
  const seen = new Map<string, string>()
  const twins: { path: string; twin: string }[] = []
  for (const path of paths) {
    const key = path.normalize('NFKC').toLowerCase()
    const twin = seen.get(key)
    if (twin !== undefined) twins.push({ path, twin })
    else seen.set(key, path)
  }
  return twins
}
