/** An end that the reader of the terminal can act on: what is wrong and what to do next. No stack trace. */
export class Failure extends Error {
  constructor(
    readonly what: string,
    readonly next: string,
    readonly details = '',
  ) {
    super(what)
  }
}

export function printFailure(error: unknown): void {
  if (error instanceof Failure) {
    if (error.details) process.stderr.write(`${error.details.trimEnd()}\n`)
    process.stderr.write(`\nfailed: ${error.what}\n  next: ${error.next}\n`)
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`\nfailed: ${text}\n  next: this is a fault of the tool itself; the lines above say where.\n`)
  }
}
