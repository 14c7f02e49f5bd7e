import type { Root } from 'mdast'
import type {} from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import { isComponent, placeOf } from './body-nodes'
import type { Complain } from './problem'

const isComment = (value: string) => /^\s*\/\*[\s\S]*\*\/\s*$/.test(value)

/** The build refuses what would run (lib/markdown/guard.ts) at the first place; this names all of them. */
export function checkCode(tree: Root, complain: Complain): void {
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') complain(placeOf(node), 'code', 'import and export', { allowed: 'text and components' })
    if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isComment(node.value))
      complain(placeOf(node), 'code', `an expression {${node.value.slice(0, 40)}}`, { allowed: 'text; write \\{ for a brace' })
    if (!isComponent(node)) return
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute' || (attribute.value !== null && typeof attribute.value === 'object'))
        complain(placeOf(node), 'code', `<${node.name ?? ''}> has a property in braces`, {
          allowed: 'plain text, such as name="value"',
        })
    }
  })
}
