import ts from 'typescript'

/** Class names as they are written: one after the other, in small letters. A sentence for the reader is none. */
const isList = /^\s*(?:-?[a-z_][\w-]*(?:\s+|$))+$/

const word = /[a-zA-Z_-][\w-]*/g
const property = /--[a-zA-Z][\w-]*/g

const { TemplateHead, TemplateMiddle, TemplateTail } = ts.SyntaxKind

/** The words of a script's texts that could name something on the page. A template's pieces may be parts of a name. */
function wordsIn(script: string): Set<string> {
  const words = new Set<string>()
  const add = (text: string, form: RegExp) => text.match(form)?.forEach((it) => void words.add(it))
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) add(node.text, isList.test(node.text) ? word : property)
    else if ([TemplateHead, TemplateMiddle, TemplateTail].includes(node.kind))
      add((node as ts.TemplateLiteralLikeNode).text, word)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS))
  return words
}

/** What a script may call the tag, the class, the id or the kind of something it makes. Words of its own code are no such names. */
export const namesIn = (script: string): string[] => [
  ...[...wordsIn(script)].flatMap((it) => [it, `.${it}`, `#${it}`]),
  ...new Set([...script.matchAll(/\btype[:=]["'`]([\w-]+)/g)].map(([, kind]) => `type=${kind}`)),
]
