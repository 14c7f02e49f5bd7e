import { createInterface } from 'node:readline/promises'

export const onTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY

export type Ask = (question: string, proposed?: string) => Promise<string>

/** Asks on the terminal; an empty answer takes what is proposed. */
export async function asking<Result>(talk: (ask: Ask) => Promise<Result>): Promise<Result> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await talk(async (question, proposed) => {
      const answer = (await terminal.question(`${question}${proposed ? ` [${proposed}]` : ''}: `)).trim()
      return answer === '' ? (proposed ?? '') : answer
    })
  } finally {
    terminal.close()
  }
}
