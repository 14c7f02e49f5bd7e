import type { Report } from '@/lib/publish/publish'

const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** One line a step, with its time; on a terminal the line counts along while the step runs. */
export function progress(): Report {
  let lastShown = 0
  return {
    note: (text) => void process.stdout.write(`      ${text}\n`),
    async step(name, work) {
      const started = performance.now()
      const show = (text: string) => {
        if (!process.stdout.isTTY || performance.now() - lastShown < 80) return
        lastShown = performance.now()
        process.stdout.write(`\r\u001b[2K  … ${name} ${text}`)
      }
      show('')
      let counted = ''
      try {
        const result = await work((done, of) => {
          counted = ` (${of})`
          show(`${done}/${of}`)
        })
        finish('ok', `${name}${counted}`, started)
        return result
      } catch (error) {
        finish('FAILED', name, started)
        throw error
      }
    },
  }
}

function finish(word: string, name: string, started: number): void {
  const lead = process.stdout.isTTY ? '\r\u001b[2K' : ''
  process.stdout.write(`${lead}  ${word.padEnd(3)} ${name.padEnd(32)} ${seconds(started).padStart(8)}\n`)
}
