import type { Document } from './html'
import type { Sharing } from './page-tags'
import type { Face } from './fonts'
import type { BuildFigures } from './build-figures'
import type { Search } from './search'
import type { Summoned } from './summon'

/** Where one publishing run reads and writes. */
export type Folders = {
  /** What Next printed. */
  readonly exported: string
  /** Next's own build folder: its lists of client modules are read there. */
  readonly next: string
  /** Where the finished site is put together. */
  readonly staged: string
  /** Pages of the run before as they are sent, to be known again. */
  readonly compressed: string
  /** The site that is served: replaced only as the last step. */
  readonly out: string
}

/** What the page steps need to know of the site as a whole; each field is filled by the step of that name. */
export type Site = {
  readonly folders: Folders
  /** `/portfolio` when the site lives below its host's root, else empty. */
  readonly basePath: string
  /** From the address that Next printed to the address of the file we publish. */
  readonly assets: ReadonlyMap<string, string>
  readonly scripts: Scripts
  readonly styles: Styles
  /** What pages say to those who link to them; tests of other steps do without. */
  readonly sharing?: Sharing
  readonly search?: Search | undefined
  /** Known once all other pages are finished. */
  readonly figures?: BuildFigures
}

/** The parts of the sheet that a page carries, in this order: those that its opening is drawn by, and what follows them. */
export type PageStyles = { readonly opening: readonly string[]; readonly rest: readonly string[] }

export type Styles = {
  /** What this page carries in itself; undefined where it links its sheet. */
  readonly inlineFor: (path: string) => PageStyles | undefined
  /** The fonts that the page's text is set in, and how many characters into the page each begins. */
  readonly facesOf: (path: string) => readonly FaceOnPage[]
}

export type FaceOnPage = { readonly face: Face; readonly startsAt: number }

export type Scripts = {
  /** Inline, before the first paint. */
  readonly early: string
  /** Which links the browser may render ahead: data that the policy treats as a script. */
  readonly speculation: string
  /** Inline as well while it is small and whole, else the name of its file. */
  readonly enhance: { readonly inline: string } | { readonly file: string }
  /** Loads islands; fetched only by pages that have one. */
  readonly islands: Summoned
  readonly islandNames: readonly string[]
  /** The files that each island needs, those it shares with others included. */
  readonly islandFiles: Readonly<Record<string, readonly string[]>>
  /** Those of them that hold nothing but packages. */
  readonly libraryFiles: readonly string[]
}

export type Page = {
  /** Path of the file below the site's root: `writing/index.html`. */
  readonly path: string
  readonly document: Document
}

/** A fault that the build must not let pass, in words for the owner. */
export class PublishError extends Error {}
