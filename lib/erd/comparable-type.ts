/** What decides whether two columns compare without a cast: the type without its length or precision. */
export function comparableType(type: string): string {
  return type.replace(/\([^)]*\)/g, '')
}
