import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { codeBlocks } from './code-blocks'
import { guard } from './guard'
import { mathematics } from './mathematics'
import { outline } from './outline'
import { pictures } from './pictures'

/** How a body becomes a page: the build compiles with these, and tests compile with the same. */
export const mdxOptions = {
  remarkPlugins: [guard, remarkGfm, remarkMath],
  rehypePlugins: [mathematics, codeBlocks, pictures, outline],
}
