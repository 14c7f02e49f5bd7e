import { readFile } from 'node:fs/promises'
import type { ExplorerData } from '@/lib/erd/explore/explorer-data'
import { projectForExplorer } from '@/lib/erd/explorer-projection'
import type { SchemaModel } from '@/lib/erd/model'
import type { SchemaReading } from '@/lib/erd/reading-report'
import { readSchemaText } from '@/lib/erd/sql/read-schema'

export function read(sql: string): Promise<SchemaReading> {
  return readSchemaText(sql, { name: 'test', file: 'test.sql' })
}

export async function modelOf(sql: string): Promise<SchemaModel> {
  return (await read(sql)).model
}

export async function readFixture(path: string): Promise<SchemaReading> {
  const sql = await readFile(new URL(`../../../${path}`, import.meta.url), 'utf8')
  return readSchemaText(sql, { name: path.replace(/^.*\/|\..*$/g, ''), file: path })
}

export async function dataOf(sql: string): Promise<ExplorerData> {
  return projectForExplorer(await modelOf(sql))
}

export async function shipped(): Promise<ExplorerData> {
  return projectForExplorer((await readFixture('content/schemas/saas.sql')).model)
}
