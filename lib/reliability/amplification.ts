/** One layer of a call path that repeats a failed call: `attempts` counts the first one too. */
export type Layer = { readonly name: string; readonly attempts: number }

export type AmplifiedLayer = Layer & { readonly callsAtWorst: number }

export const mostAttempts = 10

/** What the last layer receives for one press when everything behind it fails: the attempts multiply. */
export function amplify(layers: readonly Layer[]): AmplifiedLayer[] {
  let calls = 1
  return layers.map((layer) => {
    calls *= layer.attempts
    return { ...layer, callsAtWorst: calls }
  })
}

/** Reads `user 2, client 3`: a name and its attempts, one to ten. Undefined when that is not what it says. */
export function parseLayers(text: string): Layer[] | undefined {
  const layers = text.split(',').map((part) => {
    const [, name, count] = /^\s*(.+?)\s+(\d+)\s*$/.exec(part) ?? []
    const attempts = Number(count)
    return name && attempts >= 1 && attempts <= mostAttempts ? { name, attempts } : undefined
  })
  return layers.every((it) => it !== undefined) ? layers : undefined
}
