import { build } from './build'
import { progress } from './progress'
import { serve } from './serve'

/** The first command: everything from a clone to a served site. */
export async function start(root: string, args: readonly string[]): Promise<void> {
  await build(root, progress())
  await serve(root, args)
}
