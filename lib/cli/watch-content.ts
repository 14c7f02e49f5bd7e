import { watch } from 'node:fs'
import { join } from 'node:path'

/** Editors write a file in several steps: what follows within this time belongs to the same change. */
const settleMs = 60

/** Calls with the names of changed files below `content/`, once for each burst of changes. Returns how to stop. */
export function watchContent(root: string, changed: (files: ReadonlySet<string>) => void): () => void {
  let files = new Set<string>()
  let settling: NodeJS.Timeout | undefined
  const tell = () => {
    const told = files
    files = new Set()
    changed(told)
  }
  const watcher = watch(join(root, 'content'), { recursive: true }, (_event, name) => {
    if (name !== null) files.add(name.replaceAll('\\', '/'))
    clearTimeout(settling)
    settling = setTimeout(tell, settleMs)
  })
  return () => {
    clearTimeout(settling)
    watcher.close()
  }
}
