import { createInterface } from 'node:readline/promises'
import { Failure } from './failure'

export const onTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY

type Terminal = { readonly stdin: NodeJS.ReadableStream; readonly stdout: NodeJS.WritableStream }
export type Ask = (question: string, proposed?: string) => Promise<string>

/** Ctrl-C or Ctrl-D in place of an answer. */
function refuse(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError')
    throw new Failure('stopped before the last answer; nothing was written.', 'run the command again.')
  throw error
}

/** Asks on the terminal; an empty answer takes what is proposed. */
export async function asking<Result>(talk: (ask: Ask) => Promise<Result>, on: Terminal = process): Promise<Result> {
  const terminal = createInterface({ input: on.stdin, output: on.stdout, terminal: true })
  try {
    return await talk(async (question, proposed) => {
      const answer = (await terminal.question(`${question}${proposed ? ` [${proposed}]` : ''}: `).catch(refuse)).trim()
      return answer === '' ? (proposed ?? '') : answer
    })
  } finally {
    terminal.close()
  }
}
