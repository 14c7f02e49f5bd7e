import { execFileSync } from 'node:child_process'
import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const it of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, it.name), join(to, it.name)]
    if (it.isDirectory()) linkTree(source, target)
    else if (it.isSymbolicLink()) continue
    else linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

/**
 * A copy of the project to measure in, so that no measurement touches the owner's content or site. Packages are
 * linked file by file: Turbopack refuses a node_modules that is itself a link to somewhere else.
 */
export function makeWorkshop(root: string, name: string): string {
  const workshop = join(root, '.build', 'bench', name)
  rmSync(workshop, { recursive: true, force: true })
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  for (const file of tracked.split('\n').filter((it) => it !== '')) {
    mkdirSync(dirname(join(workshop, file)), { recursive: true })
    copyFileSync(join(root, file), join(workshop, file))
  }
  linkTree(join(root, 'node_modules'), join(workshop, 'node_modules'))
  return workshop
}
