import { existsSync } from 'node:fs'
import { type Ran, run } from './processes'

/** Something that a test needs, and a way to get it. */
export type Attempt = { readonly name: string; readonly install: () => Promise<Ran> }

/** As root, or with a sudo that asks nobody; on other systems there is nothing to try. */
export function debianPackage(name: string): Attempt[] {
  const asRoot = (args: string[]) =>
    process.getuid?.() === 0
      ? run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
      : run('sudo', ['-n', 'apt-get', ...args])
  const install = async () => {
    const updated = await asRoot(['update'])
    return updated.code === 0 ? asRoot(['install', '-y', '--no-install-recommends', name]) : updated
  }
  return existsSync('/usr/bin/apt-get') ? [{ name: `Debian's package ${name}`, install }] : []
}

/** Finds it, or gets it by the first attempt that succeeds; else what each attempt said. */
export async function findOrInstall(
  what: string,
  find: () => string | undefined,
  attempts: () => readonly Attempt[],
): Promise<{ readonly found: string } | { readonly said: string }> {
  const present = find()
  if (present) return { found: present }
  const said: string[] = []
  for (const { name, install } of attempts()) {
    process.stdout.write(`  …   no ${what} here: trying ${name}\n`)
    const { code, output } = await install()
    const found = find()
    if (code === 0 && found) return { found }
    said.push(`${name}: ${output.trim().split('\n').at(-1) ?? `exit code ${code}`}`)
  }
  return { said: said.join('\n') }
}
