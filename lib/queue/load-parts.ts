import type { DriverParts } from './driver'
import type { Command } from './protocol'
import type { QueueConfig } from './settings'

// A reader's browser fetches the parts of the simulator that the run at hand needs, and no others.

// Each by one of the names that its module gives to a driver.
const LOADERS = {
  rabbitmq: () => import('./rabbitmq'),
  redis: () => import('./redis'),
  kafka: () => import('./kafka'),
  trouble: () => import('./trouble'),
  logNormal: () => import('./log-normal'),
  linesOf: () => import('./log-answers'),
  summarise: () => import('./summary'),
}
type PartName = keyof typeof LOADERS
export type LoadedParts = { -readonly [Name in keyof DriverParts]: DriverParts[Name] }

const partsOfRun = ({ placement, broker, service, actions }: QueueConfig): PartName[] => [
  ...(placement === 'inline' ? [] : [broker]),
  ...(actions.length === 0 ? [] : ['trouble' as const]),
  ...(service === 'logNormal' ? ['logNormal' as const] : []),
]

const PART_OF: { readonly [Type in Command['type']]?: PartName } = {
  act: 'trouble',
  measure: 'summarise',
  lines: 'linesOf',
  export: 'linesOf',
}

function partsFor(command: Command): PartName[] {
  if (command.type === 'start') return partsOfRun(command.config)
  if (command.type === 'others') return ['summarise', ...command.configs.flatMap(partsOfRun)]
  const part = PART_OF[command.type]
  return part === undefined ? [] : [part]
}

/** Adds to `parts` what this command needs and is not there yet. */
export async function loadParts(parts: LoadedParts, command: Command): Promise<void> {
  const missing = partsFor(command).filter((name) => parts[name] === undefined)
  await Promise.all(missing.map(async (name) => Object.assign(parts, await LOADERS[name]())))
}
