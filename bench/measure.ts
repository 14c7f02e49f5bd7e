import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Measured = { readonly seconds: number; readonly peakMegabytes: number; readonly output: string }

const pageSize = 4096

/** Resident memory of a process and all that it started, from Linux's own books; 0 where there are none. */
function treeMemory(pid: number): number {
  const parents = new Map<number, number>()
  const resident = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc').filter((it) => /^\d+$/.test(it))) readProcess(Number(name), parents, resident)
  } catch {
    return 0
  }
  const belongs = (at: number | undefined): boolean => at !== undefined && (at === pid || belongs(parents.get(at)))
  return [...resident].filter(([id]) => belongs(id)).reduce((sum, [, bytes]) => sum + bytes, 0)
}

function readProcess(id: number, parents: Map<number, number>, resident: Map<number, number>): void {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    parents.set(id, Number(parent))
    resident.set(id, Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * pageSize)
  } catch {
    // The process ended between the listing and the look.
  }
}

/** Runs a Node script as a whole process, shows what it prints, and tells how long it took and how much memory its tree held at most. */
export function measureNode(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let [peak, output] = [0, '']
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const sampling = setInterval(() => {
      peak = Math.max(peak, treeMemory(child.pid ?? -1))
    }, 250)
    child.on('close', (code) => {
      clearInterval(sampling)
      if (code !== 0) reject(new Error(`exit code ${code}\n${output}`))
      else resolve({ seconds: (performance.now() - started) / 1000, peakMegabytes: peak / 1e6, output })
    })
  })
}

export function folderMegabytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  return files.reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0) / 1e6
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const print = (row: readonly string[]) =>
    process.stdout.write(
      `${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}\n`,
    )
  print(head)
  print(widths.map((width) => '-'.repeat(width)))
  for (const row of rows) print(row)
}
