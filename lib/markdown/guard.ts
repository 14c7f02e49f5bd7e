import type { Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/**
 * A document is text and components, never a program: what MDX would run is refused while it is compiled,
 * so that neither a preview nor a build can execute what an editor pasted.
 */
export function guard() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      const isComment = 'value' in node && /^\s*\/\*[\s\S]*\*\/\s*$/.test(String(node.value))
      // What a plugin before us added (the front matter as an export) has no position: only the author's own is refused.
      if (node.type === 'mdxjsEsm' && node.position)
        file.fail('import and export are not allowed in content', node, 'content:no-code')
      if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isComment)
        file.fail('{…} is not allowed in content: write \\{ for a brace', node, 'content:no-code')
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') refuseCode(node, file)
    })
  }
}

function refuseCode(node: MdxJsxFlowElement | MdxJsxTextElement, file: VFile) {
  for (const attribute of node.attributes) {
    const runs = attribute.type === 'mdxJsxExpressionAttribute' || typeof attribute.value === 'object'
    if (runs && attribute.value !== null) file.fail('a component takes plain text: write name="value"', node, 'content:no-code')
  }
}
