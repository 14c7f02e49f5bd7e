import { createHighlighterCore, type HighlighterCore, type ThemeRegistration } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { type Language, languages } from './languages'

/**
 * Code is told apart by weight and tone, not by a rainbow: six classes. Each gets a made-up colour
 * in the theme, which is read back as a class name, because the site's policy forbids style attributes.
 */
const tokenClasses = [
  { name: 'k', scopes: ['keyword', 'storage.type', 'storage.modifier', 'keyword.control'] },
  { name: 's', scopes: ['string', 'punctuation.definition.string', 'constant.character.escape'] },
  { name: 'c', scopes: ['comment', 'punctuation.definition.comment'] },
  { name: 'n', scopes: ['constant.numeric', 'constant.language', 'constant.other'] },
  { name: 'f', scopes: ['entity.name.function', 'support.function', 'entity.name.tag'] },
  {
    name: 't',
    scopes: ['entity.name.type', 'support.type', 'support.class', 'entity.name.class', 'entity.other.inherited-class'],
  },
] as const

const colourOf = (index: number) => `#0000${String(index + 1).padStart(2, '0')}`
const plain = '#000000'
const classByColour = new Map(tokenClasses.map((it, index) => [colourOf(index), it.name]))

const theme: ThemeRegistration = {
  name: 'ledger',
  type: 'light',
  fg: plain,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: plain, background: '#ffffff' } },
    // Operators are keywords to many grammars; printed bold they shout.
    { scope: ['keyword.operator', 'punctuation', 'string meta.template.expression'], settings: { foreground: plain } },
    ...tokenClasses.map((it, index) => ({ scope: [...it.scopes], settings: { foreground: colourOf(index) } })),
    { scope: ['keyword.operator.new', 'keyword.operator.expression'], settings: { foreground: colourOf(0) } },
  ],
}

/** Shiki gives up on a line after half a second of wall clock: a busy machine would print other pages than an idle one. */
const limits = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 2000 }

export type Token = { readonly text: string; readonly className: string | undefined }

let shared: Promise<HighlighterCore> | undefined
const loaded = new Set<Language>()

async function highlighterFor(language: Language): Promise<HighlighterCore> {
  // One highlighter for all documents: making one each doubles the time of a build.
  shared ??= createHighlighterCore({ themes: [theme], langs: [], engine: createOnigurumaEngine(import('shiki/wasm')) })
  const highlighter = await shared
  const { load } = languages[language]
  if (load && !loaded.has(language)) {
    await highlighter.loadLanguage(load)
    loaded.add(language)
  }
  return highlighter
}

/** Code as lines of tokens; neighbours of one class are joined, so that the page carries as few elements as can be. */
export async function highlight(code: string, language: Language): Promise<Token[][]> {
  const highlighter = await highlighterFor(language)
  const rows = highlighter.codeToTokensBase(code, { lang: language, theme: 'ledger', ...limits })
  return rows.map((row) => {
    const joined: Token[] = []
    for (const { content, color } of row) {
      const className = content.trim() === '' ? joined.at(-1)?.className : classByColour.get((color ?? plain).toLowerCase())
      const last = joined.at(-1)
      if (last && last.className === className) joined[joined.length - 1] = { text: last.text + content, className }
      else joined.push({ text: content, className })
    }
    return joined
  })
}
