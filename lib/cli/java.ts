import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Attempt, debianPackage, findOrInstall } from './debian'
import { Failure } from './failure'
import { runNode } from './processes'

const downloader = createRequire(import.meta.url).resolve('vnu-jar/vnu-java-downloader.js')
/** The checker itself, a Java program. */
export const checkerJar = join(downloader, '..', 'build', 'dist', 'vnu.jar')
const oldest = 11

const isRecent = (java: string): boolean => {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) >= oldest
}

/** On the path, where JAVA_HOME says, or where the checker's package keeps one that it fetched. */
export function findJava(): string | undefined {
  const { getLocalJavaExecutablePath } = createRequire(import.meta.url)(downloader) as {
    getLocalJavaExecutablePath: () => string
  }
  const home = process.env.JAVA_HOME
  return [...(home ? [join(home, 'bin', 'java')] : []), 'java', getLocalJavaExecutablePath()].find(
    (it) => (it === 'java' || existsSync(it)) && isRecent(it),
  )
}

const attempts = (): Attempt[] => [
  { name: "the checker's own download", install: () => runNode([downloader]) },
  ...debianPackage('default-jre-headless'),
]

/** Finds a Java or gets one: the HTML checker runs on it, and nothing else does. */
export async function ensureJava(): Promise<string> {
  const result = await findOrInstall('Java', findJava, attempts)
  if ('found' in result) return result.found
  throw new Failure(
    `the HTML checker needs Java ${oldest} or newer: none was found, and none could be installed.`,
    'install a Java runtime in the usual way for this system, then run npm test again.',
    result.said,
  )
}
