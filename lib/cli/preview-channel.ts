import { createServer, type ServerResponse } from 'node:http'

/** What the open page is told while its owner writes: the problems that there are, and whether there is something new to show. */
export type PreviewMessage = { readonly problems: string; readonly refresh: boolean }

export type PreviewChannel = { readonly port: number; send(message: PreviewMessage): void; close(): void }

/** A stream of server-sent events on loopback: Next reloads code by itself, but content is data that it does not watch. */
export function openPreviewChannel(): Promise<PreviewChannel> {
  const readers = new Set<ServerResponse>()
  let problems = ''
  const write = (reader: ServerResponse, message: PreviewMessage) => reader.write(`data: ${JSON.stringify(message)}\n\n`)
  const server = createServer((request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    })
    readers.add(response)
    request.on('close', () => readers.delete(response))
    response.write(': open\n\n')
    if (problems) write(response, { problems, refresh: false })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        send(message) {
          problems = message.problems
          for (const reader of readers) write(reader, message)
        },
        close: () => server.close(),
      })
    })
  })
}
