const markdown: Readonly<Record<string, string>> = {
  a: '[text](/address/)',
  b: '**text**',
  br: 'a blank line between two paragraphs',
  code: '`text`',
  del: '~~text~~',
  em: '*text*',
  hr: 'a heading, such as ## The next part',
  i: '*text*',
  img: '![what it shows](name.png)',
  li: '- text',
  ol: '1. text',
  p: 'a blank line between two paragraphs',
  pre: '``` and a language',
  strong: '**text**',
  table: '| a | b |',
  ul: '- text',
}

/** How the text says what an HTML tag was to say. */
export function inMarkdown(tag: string): string | undefined {
  if (/^h[1-6]$/.test(tag)) return '## and the heading'
  return Object.hasOwn(markdown, tag) ? markdown[tag] : undefined
}
