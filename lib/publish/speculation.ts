/**
 * Pages of our own are rendered when the reader means to follow a link (a hover that lasts, a press), so that the
 * click shows what is ready. Reading pages cost a few dozen KB and change nothing on the server, which makes it safe.
 */
export function speculationRules(basePath: string): string {
  const where = {
    and: [
      { href_matches: `${basePath}/*` },
      // Files that are no pages have an ending.
      { not: { href_matches: `${basePath}/*.*` } },
      { not: { selector_matches: '[download],[target],[rel~=nofollow],[rel~=external]' } },
    ],
  }
  return JSON.stringify({ prerender: [{ where, eagerness: 'moderate' }] })
}
