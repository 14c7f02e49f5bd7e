/** Files that a link may name and that are no pages. */
const files = ['xml', 'json', 'pdf', 'vcf', 'txt', 'png', 'svg', 'zip', 'md']

/**
 * Pages of our own are rendered when the reader means to follow a link (a hover that lasts, a press), so that the
 * click shows what is ready. Reading pages cost a few dozen KB and change nothing on the server, which makes it safe.
 */
export function speculationRules(basePath: string): string {
  const where = {
    and: [
      { href_matches: `${basePath}/*` },
      { not: { href_matches: [...files.map((it) => `${basePath}/*.${it}`), `${basePath}/assets/*`] } },
      { not: { selector_matches: '[download],[target],[rel~=nofollow],[rel~=external]' } },
    ],
  }
  return JSON.stringify({ prerender: [{ where, eagerness: 'moderate' }] })
}
