import { build } from './build'
import { isBuiltFrom, nameOfSources } from './built-from'
import { progress } from './progress'
import { serve } from './serve'

/** The first command: everything from a clone to a served site. What nobody changed since is not built again. */
export async function start(root: string, args: readonly string[]): Promise<void> {
  if (isBuiltFrom(root, await nameOfSources(root))) process.stdout.write('out/ is built from what is here: nothing to do.\n')
  else await build(root, progress())
  await serve(root, args)
}
