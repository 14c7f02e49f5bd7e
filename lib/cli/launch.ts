import { checkWithSchemas } from './check-project'
import { externalLinks } from './external-links'
import { Failure } from './failure'
import { readFlags } from './flags'
import { type Item, launchList } from './launch-list'

const signs: Readonly<Record<Item['state'], string>> = { done: 'ok  ', open: 'open', note: 'note' }

const print = ({ state, what, next, where = [] }: Item): string =>
  [`  ${signs[state]}  ${what}`, ...where.map((it) => `          ${it}`), ...(next ? [`          next: ${next}`] : [])]
    .map((it) => `${it}\n`)
    .join('')

/** `npm run launch`: what is still to be done before the site is shown to anybody. */
export async function launch(root: string, args: readonly string[]): Promise<void> {
  const { switches } = readFlags(args, { switches: ['offline'], values: [], takesWords: false })
  const checked = await checkWithSchemas(root)
  const items = [...launchList(checked), await externalLinks(checked, switches.has('offline'))]
  process.stdout.write(items.map(print).join(''))
  const open = items.filter((it) => it.state === 'open').length
  if (open > 0)
    throw new Failure(`${open} of ${items.length} points are open.`, 'see each open point above, then run npm run launch again.')
  process.stdout.write(`\nall ${items.length} points are settled: push, and it is live.\n`)
}
