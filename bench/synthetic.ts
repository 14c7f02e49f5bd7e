import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  'the queue holds what a worker has not yet taken so a slow consumer shows as depth before it shows as latency and the depth is the honest number because nobody can hide it from the next engineer who reads the graph at night'.split(
    ' ',
  )

/** Text that differs from article to article but not from run to run. */
function paragraph(seed: number, length: number): string {
  const picked = Array.from({ length }, (_, at) => words[(seed * 7 + at * (3 + (seed % 5))) % words.length])
  return `${picked.join(' ')}.`
}

const typescript = (seed: number) => `export type Message${seed} = { readonly id: string; readonly attempts: number }

/** Gives up after a number of attempts, and says so. */
export async function deliver${seed}(
  message: Message${seed},
  send: (id: string) => Promise<void>,
): Promise<boolean> {
  for (let attempt = message.attempts; attempt < ${3 + (seed % 4)}; attempt += 1) {
    try {
      await send(message.id)
      return true
    } catch (error) {
      if (!(error instanceof Error)) throw error
    }
  }
  return false
}`

const sql = (seed: number) => `create table outbox_${seed} (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
create index on outbox_${seed} (tenant_id, created_at)
  where payload ->> 'state' = 'new';`

const python = (seed: number) => `async def once_${seed}(key: str, work) -> str:
    """The same key gets the same answer."""
    async with transaction() as tx:
        row = await tx.fetch("select answer from attempt where key = $1", key)
        return row["answer"] if row else await keep(tx, key, await work(tx))`

const fence = (language: string, file: string, code: string) => `\`\`\`${language} file="${file}"\n${code}\n\`\`\``

const section = (seed: number, at: number) => `## Part ${at + 1} of piece ${seed}

${paragraph(seed + at, 70)} <Mark>${paragraph(seed + at * 3, 9)}</Mark> ${paragraph(seed * 2 + at, 40)}

${paragraph(seed + at * 11, 60)}`

/** About 900 words, five chapters, three highlighted blocks and a table: what one well-kept piece looks like. */
export function syntheticArticle(seed: number): string {
  const month = String(1 + (seed % 12)).padStart(2, '0')
  const day = String(1 + (seed % 28)).padStart(2, '0')
  return `---
title: Synthetic piece ${seed}
summary: A made-up piece, number ${seed}, to measure the build with.
date: ${2016 + (seed % 10)}-${month}-${day}
category: messaging
tags: [kafka, retries]
kind: article
brief:
  - ${paragraph(seed, 12)}
  - ${paragraph(seed + 1, 12)}
  - ${paragraph(seed + 2, 12)}
---

${[0, 1].map((at) => section(seed, at)).join('\n\n')}

${fence('ts', `src/deliver-${seed}.ts`, typescript(seed))}

${section(seed, 2)}

${fence('sql', `migrations/${seed}.sql`, sql(seed))}

${section(seed, 3)}

| Kept in | Survives a crash | Cost |
| --- | --- | --- |
| Memory | No | ${seed % 7} |
| Table | Yes | ${seed % 11} |

${section(seed, 4)}

${fence('python', `once_${seed}.py`, python(seed))}
`
}

export function writeSyntheticArticles(content: string, count: number): void {
  const folder = join(content, 'articles')
  mkdirSync(folder, { recursive: true })
  for (let seed = 1; seed <= count; seed += 1)
    writeFileSync(join(folder, `synthetic-${String(seed).padStart(5, '0')}.mdx`), syntheticArticle(seed))
}
