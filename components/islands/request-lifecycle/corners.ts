export type Point = { readonly x: number; readonly y: number }

/** The corners of a way drawn with the commands M, L, H and V alone. */
export function cornersOf(path: string): Point[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MLHV])([^A-Z]*)/g)].map(([, command, list = '']) => {
    const [first = 0, second = 0] = list.trim().split(/[ ,]+/).map(Number)
    if (command === 'H') x = first
    else if (command === 'V') y = first
    else [x, y] = [first, second]
    return { x, y }
  })
}
