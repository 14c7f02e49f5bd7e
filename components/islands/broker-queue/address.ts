import type { QueueFigure } from '@/lib/content/queue'
import { LINK_VERSION, type LinkState, readLink, writeLink } from '@/lib/queue/link'
import type { QueueConfig } from '@/lib/queue/settings'
import { configOfScenario } from './scenario-config'
import type { BrokerQueueProps } from './view'

// A link is a scenario's name and the run itself. With the name alone the scenario is shown as it was written.

export type Address = {
  readonly slug: string
  readonly config: QueueConfig
  readonly micros: number | null
  readonly notices: readonly string[]
}

const NAME = 'sc='

export function writeAddress(slug: string, state: LinkState, { tables }: QueueFigure): string {
  // The version stands first in every figure's fragment: that is how a link to a state is told from one to a heading.
  const [version = '', ...rest] = writeLink(state, tables).split('&')
  return [version, `${NAME}${slug}`, ...rest].join('&')
}

export const scenarioAddress = (slug: string): string => `v=${LINK_VERSION}&${NAME}${slug}`

export function readAddress(hash: string, { scenarios, tables }: QueueFigure): Address {
  const parts = hash.replace(/^#/, '').split('&')
  const named = parts.find((it) => it.startsWith(NAME))?.slice(NAME.length)
  const known = scenarios.find((it) => it.slug === named)
  const scenario = known ?? scenarios[0]!
  const unknown = named === undefined || known ? [] : [`“${named.slice(0, 20)}” is no scenario; “${scenario.title}” is shown.`]
  const { config, micros, notices } = readLink(parts.filter((it) => !it.startsWith(NAME)).join('&'), tables)
  const hasRun = parts.some((it) => it.startsWith('w='))
  return {
    slug: scenario.slug,
    config: hasRun ? config : configOfScenario(scenario, tables),
    micros: parts.some((it) => it.startsWith('at=')) ? micros : null,
    notices: [...unknown, ...notices],
  }
}

/** Says what came of it. Where the fragment is not the figure's own, the link leads to the lab. */
export async function copyLink(slug: string, state: LinkState, { figure, linked, labHref }: BrokerQueueProps): Promise<string> {
  const fragment = `#${writeAddress(slug, state, figure)}`
  const address = new URL(linked ? location.pathname : labHref, location.href).href.split('#')[0] + fragment
  if (linked) history.replaceState(null, '', fragment)
  return navigator.clipboard.writeText(address).then(
    () => 'Link copied.',
    () => `The link: ${address}`,
  )
}
