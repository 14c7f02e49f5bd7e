import type { DriverParts } from './driver'
import type { Command } from './protocol'
import type { QueueConfig } from './settings'

// A reader's browser fetches the parts of the simulator that the run at hand needs, and no others.

const LOADERS = {
  rabbitmq: async () => (await import('./rabbitmq')).rabbitmq,
  redis: async () => (await import('./redis')).redis,
  kafka: async () => (await import('./kafka')).kafka,
  trouble: async () => (await import('./trouble')).trouble,
  log: () => import('./log-answers'),
  summary: () => import('./summary'),
}
type PartName = keyof typeof LOADERS
export type LoadedParts = { -readonly [Name in PartName]?: DriverParts[Name] }

const partsOfRun = ({ placement, broker, actions }: QueueConfig): PartName[] => [
  ...(placement === 'inline' ? [] : [broker]),
  ...(actions.length === 0 ? [] : ['trouble' as const]),
]

function partsFor(command: Command): PartName[] {
  if (command.type === 'start') return partsOfRun(command.config)
  if (command.type === 'others') return ['summary', ...command.configs.flatMap(partsOfRun)]
  if (command.type === 'act') return ['trouble']
  if (command.type === 'measure') return ['summary']
  return command.type === 'lines' || command.type === 'export' ? ['log'] : []
}

/** Adds to `parts` what this command needs and is not there yet. */
export async function loadParts(parts: LoadedParts, command: Command): Promise<void> {
  const missing = partsFor(command).filter((name) => parts[name] === undefined)
  await Promise.all(missing.map(async (name) => Object.assign(parts, { [name]: await LOADERS[name]() })))
}
