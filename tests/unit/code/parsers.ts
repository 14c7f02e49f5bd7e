import { parser as python } from '@lezer/python'
import { loadPrism } from '@ruby/prism'
import { transformSync } from 'esbuild'
import { parse as parseHtml } from 'parse5'
import { parse as parseSql } from 'pgsql-parser'
import { parseDocument } from 'yaml'

type Parser = (code: string) => string | undefined | Promise<string | undefined>

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function faultOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** Lezer goes on after a fault and marks the place. */
function pythonFault(code: string): string | undefined {
  let fault: string | undefined
  python.parse(code).iterate({
    enter: ({ type, from }) => {
      if (type.isError) fault ??= `not Python in line ${code.slice(0, from).split('\n').length}`
    },
  })
  return fault
}

let prism: ReturnType<typeof loadPrism> | undefined

async function rubyFault(code: string): Promise<string | undefined> {
  prism ??= loadPrism()
  const { errors } = (await prism)(code)
  return errors[0]?.message
}

function htmlFault(code: string): string | undefined {
  let fault: string | undefined
  parseHtml(code, {
    onParseError: ({ code: what, startLine }) => {
      // A block shows a part of a page, which begins without a doctype.
      if (String(what) !== 'missing-doctype') fault ??= `${what} in line ${startLine}`
    },
  })
  return fault
}

function cssFault(code: string): string | undefined {
  const { warnings } = transformSync(code, { loader: 'css', logLevel: 'silent' })
  return warnings[0]?.text
}

/** What reads each language. Scripts have a compiler of their own; the others are shown as they are. */
export const parsers: Readonly<Record<string, Parser>> = {
  sql: (code) => faultOf(() => parseSql(code)),
  json: (code) => faultOf(() => JSON.parse(code)),
  yaml: (code) => parseDocument(code).errors[0]?.message,
  css: cssFault,
  html: htmlFault,
  python: pythonFault,
  ruby: rubyFault,
}
