import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { asking } from '@/lib/cli/ask'
import { Failure } from '@/lib/cli/failure'

/** Types what it is given, a line whenever a question stands there. */
function typist(...lines: string[]) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()]
  stdout.on('data', (shown: Buffer) => {
    if (shown.toString().includes(': ')) stdin.write(lines.shift() ?? '')
  })
  return { stdin, stdout }
}

it('takes what is typed, and what it proposes where nothing is', async () => {
  const said = await asking(
    async (ask) => [await ask('What is it', 'article'), await ask('Its title')],
    typist('\r', 'Queues \r'),
  )
  expect(said).toEqual(['article', 'Queues'])
})

it.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
])('%s in place of an answer ends with one clear line', async (_, key) => {
  const stopped = asking((ask) => ask('Its title'), typist(key))
  await expect(stopped).rejects.toThrow(Failure)
  await expect(stopped).rejects.toThrow('nothing was written')
})
