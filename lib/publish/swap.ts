import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Folders } from './site'

const previousOf = (out: string): string => `${out}.previous`

/**
 * A directory cannot be replaced in one step everywhere, so it takes two renames. Should the process die between
 * them, the last good site stands under its second name, and whoever serves or builds next puts it back.
 */
export async function swapIn({ staged, out }: Pick<Folders, 'staged' | 'out'>): Promise<void> {
  await restoreAfterCrash(out)
  await rm(previousOf(out), { recursive: true, force: true })
  if (existsSync(out)) await rename(out, previousOf(out))
  await rename(staged, out)
  await rm(previousOf(out), { recursive: true, force: true })
}

/** True when there was something to put back. */
export async function restoreAfterCrash(out: string): Promise<boolean> {
  if (existsSync(out) || !existsSync(previousOf(out))) return false
  await rename(previousOf(out), out)
  return true
}
