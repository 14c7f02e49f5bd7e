import { execFileSync } from 'node:child_process'
import { simulateDelete, type DeleteRun } from '@/lib/erd/explore/delete-simulator'
import { projectForExplorer } from '@/lib/erd/explorer-projection'
import { readSchemaText } from '@/lib/erd/sql/read-schema'
import { randomReferences } from '@/tests/fixtures/erd/random-references'

interface Trial {
  readonly ddl: string
  readonly rows: string
  readonly tables: number
  readonly target: number
  readonly simulated: DeleteRun
}

/**
 * Compares the delete simulator with a real PostgreSQL (15 or newer) that psql reaches through the usual PG… variables.
 * It works in a schema of its own, which it drops: `npm run bench -- erd-postgres [schemas] [seed]`.
 */
export async function run(args: string[]): Promise<void> {
  const schemas = Number.parseInt(args[0] ?? '40', 10) || 40
  const seed = Number.parseInt(args[1] ?? '1', 10) || 1
  const trials = (await Promise.all(randomReferences(schemas, seed).map(trialsFor))).flat()
  const output = execFileSync('psql', ['-q', '-At', '-X'], {
    input: trials.map(script).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const results = output
    .split('\n')
    .filter((line) => line.startsWith('left|'))
    .map((line) => line.slice(5).split(',').map(Number))
  const wrong = trials.filter((trial, position) => !agrees(trial, results[position] ?? []))
  const refused = trials.filter((trial, position) => results[position]?.[trial.target] === 1).length
  console.table([
    {
      deletions: trials.length,
      answered: results.length,
      'refused by PostgreSQL': refused,
      'simulated differently': wrong.length,
    },
  ])
  for (const trial of wrong.slice(0, 3)) console.log(`${trial.ddl}\n-- DELETE FROM t${trial.target}\n`, trial.simulated)
}

async function trialsFor({
  ddl,
  rows,
  tables,
}: {
  readonly ddl: string
  readonly rows: string
  readonly tables: number
}): Promise<Trial[]> {
  const { model } = await readSchemaText(ddl, { name: 'trial', file: 'trial.sql' })
  const data = projectForExplorer(model)
  return Array.from({ length: tables }, (_, target) => ({
    ddl,
    rows,
    tables,
    target,
    simulated: simulateDelete(data, `t${target}`),
  }))
}

/** Rows that refer to each other in circles can only be written while the triggers are off. */
function script({ ddl, rows, tables, target }: Trial): string {
  const left = Array.from({ length: tables }, (_, at) => `(SELECT count(*) FROM t${at} WHERE id = 1)`).join("||','||")
  return [
    'SET client_min_messages = error; DROP SCHEMA IF EXISTS erd_trial CASCADE; CREATE SCHEMA erd_trial; SET search_path = erd_trial;',
    ddl,
    `SET session_replication_role = replica; ${rows} SET session_replication_role = origin;`,
    `BEGIN; DELETE FROM t${target} WHERE id = 1; COMMIT;`,
    `SELECT 'left|' || ${left};`,
    'DROP SCHEMA erd_trial CASCADE;',
    '',
  ].join('\n')
}

function agrees({ simulated, target }: Trial, left: readonly number[]): boolean {
  if (left.length === 0) return false
  if (left[target] === 1) return simulated.blockedBy !== null
  const gone = new Set(simulated.deleted)
  return simulated.blockedBy === null && left.every((count, at) => (count === 0) === gone.has(`t${at}`))
}
