/** Fetched when it is first asked for, once for all figures of a page; a fetch that failed is tried again by the next need. */
export function fetchOnce<Part>(fetchPart: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | null = null
  return () =>
    (part ??= fetchPart().catch((reason: unknown) => {
      part = null
      throw reason
    }))
}
