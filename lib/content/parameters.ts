/**
 * Next refuses to export a route for which there is nothing to print, but an owner may have no reports yet. Such a
 * route is given one address that no slug can have; its page is Next's "not found" and publishing leaves it out.
 */
export const noAddress = '_'

export function orNoAddress<Parameters extends Record<string, string | string[]>>(
  all: readonly Parameters[],
  none: Parameters,
): Parameters[] {
  return all.length > 0 ? [...all] : [none]
}
