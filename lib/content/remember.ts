/**
 * What is worked out from the content as a whole (lists, links back, evidence) is worked out once per build process.
 * A preview works it out anew, but not for every reader of one page.
 */
export function remembered<Result>(work: () => Result): () => Result {
  let known: { readonly result: Result; readonly at: number } | undefined
  const isFresh = (at: number) => process.env.NODE_ENV === 'production' || performance.now() - at < 200
  return () => {
    if (!known || !isFresh(known.at)) known = { result: work(), at: performance.now() }
    return known.result
  }
}
