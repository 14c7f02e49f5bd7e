import type { CheckResult } from '@/lib/content/check/check-content'
import type { Claim } from '@/lib/content/fields'
import type { Profile } from '@/lib/content/profile'
import { counted } from './counted'
import type { Item } from './launch-list'

const patience = 8_000
const atOnce = 6

type Answer = { readonly url: string; readonly says: 'there' | 'gone' | 'unclear' | 'unreachable'; readonly detail: string }

const outside = (text: unknown): text is string => typeof text === 'string' && text.startsWith('https://')

/** Addresses outside the site, each with a place that names it. */
export function addressesIn({ documents }: Pick<CheckResult, 'documents'>): Map<string, string> {
  const found = new Map<string, string>()
  for (const { path, body, fields, collection } of documents) {
    for (const { url, line } of body?.links ?? []) if (outside(url)) found.set(url, `content/${path}:${line}`)
    for (const { evidence } of (fields?.claims ?? []) as Claim[]) if (outside(evidence)) found.set(evidence, `content/${path}`)
    if (outside(fields?.repository)) found.set(fields.repository, `content/${path}`)
    if (collection.single) for (const { url } of (fields as Profile | undefined)?.links ?? []) found.set(url, `content/${path}`)
  }
  return found
}

async function ask(url: string, method: 'HEAD' | 'GET' = 'HEAD'): Promise<Answer> {
  try {
    const { status, ok } = await fetch(url, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(patience),
      headers: { 'user-agent': 'portfolio link check' },
    })
    if (ok) return { url, says: 'there', detail: '' }
    if (method === 'HEAD' && status !== 404 && status !== 410) return await ask(url, 'GET')
    return { url, says: status === 404 || status === 410 ? 'gone' : 'unclear', detail: `answers ${status}` }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } }
    return { url, says: 'unreachable', detail: cause?.code ?? message }
  }
}

async function askAll(urls: readonly string[]): Promise<Answer[]> {
  const waiting = [...urls]
  const answers: Answer[] = []
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) answers.push(await ask(url))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return answers
}

/** Links that lead out of the site: asked for only where there is a network. */
export async function externalLinks(checked: Pick<CheckResult, 'documents'>, offline: boolean): Promise<Item> {
  const places = addressesIn(checked)
  const count = `${counted(places.size, 'link')} out of the site`
  if (places.size === 0) return { state: 'done', what: 'no link leads out of the site' }
  if (offline) return { state: 'note', what: `${count} were not looked at (--offline)` }
  const answers = await askAll([...places.keys()])
  if (answers.every((it) => it.says === 'unreachable'))
    return { state: 'note', what: `${count} could not be looked at: there is no network` }
  const say = (it: Answer) => `${places.get(it.url) ?? ''}: ${it.url} ${it.detail}`
  const gone = answers.filter((it) => it.says === 'gone' || it.says === 'unreachable')
  if (gone.length > 0)
    return { state: 'open', what: `${gone.length} of ${count} lead nowhere`, next: 'mend or remove them', where: gone.map(say) }
  const unclear = answers.filter((it) => it.says === 'unclear')
  return unclear.length > 0
    ? { state: 'note', what: `${count}; some hosts do not tell`, where: unclear.map(say) }
    : { state: 'done', what: `${count} lead somewhere` }
}
