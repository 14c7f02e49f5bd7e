import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'
import { type Fence, fileOf } from './fences'

const patience = 20_000

/** Runs the marked files of some documents with Node, as their readers would; says what did not end with 0. */
export function failuresOfRunning(scripts: readonly Fence[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'code-'))
  const scriptAt = (fence: Fence) => join(folder, fileOf(fence).replace(/\.tsx?$/, '.js'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    for (const fence of scripts) {
      mkdirSync(dirname(scriptAt(fence)), { recursive: true })
      const { code } = transformSync(fence.code, {
        loader: fence.language as 'ts' | 'tsx' | 'js',
        target: 'node20',
        jsx: 'automatic',
      })
      writeFileSync(scriptAt(fence), code)
    }
    return scripts
      .filter((it) => it.run)
      .flatMap((fence) => {
        const { status, stderr, error } = spawnSync(process.execPath, [scriptAt(fence)], { encoding: 'utf8', timeout: patience })
        return status === 0 ? [] : [`${fence.place} (${fence.file ?? 'no file'}): ${error?.message ?? stderr.trim()}`]
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
