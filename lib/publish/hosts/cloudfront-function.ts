import type { Redirect } from '@/lib/publish/redirects'
import { hashedFolders, type Serving } from '@/lib/publish/serving'

/** The key under which the store says which release is being served. */
export const releaseKey = 'release'

/** CloudFront takes no larger function. */
const mostBytes = 10_240

/**
 * The function that runs before CloudFront looks into its cache. It puts the release into the path, so that what is cached
 * of one release is never an answer of another, and a switch needs nothing taken out of the cache. Hashed files lie outside
 * of releases: a page that was opened before a switch still finds its own.
 */
const program = ({ basePath, redirects, rules }: Serving, release: string): string => `import cf from 'cloudfront'

const basePath = ${JSON.stringify(basePath)}
const shared = ${JSON.stringify(hashedFolders({ rules }))}
// The redirects belong to this release: before the switch to it, and after a step back, they do not count.
const release = ${JSON.stringify(release)}
const redirects = ${JSON.stringify(Object.fromEntries(redirects.map(({ from, to, status }) => [from, [to, status]])))}

function questionOf(querystring) {
  const pairs = Object.keys(querystring).flatMap((name) => {
    const given = querystring[name].multiValue || [querystring[name]]
    return given.map((it) => (it.value === '' ? name : name + '=' + it.value))
  })
  return pairs.length > 0 ? '?' + pairs.join('&') : ''
}

const lead = (statusCode, location) => ({
  statusCode,
  statusDescription: statusCode === 301 ? 'Moved Permanently' : 'Found',
  headers: { location: { value: location }, 'cache-control': { value: 'public, max-age=0, must-revalidate' } },
})

async function handler(event) {
  const request = event.request
  const uri = request.uri
  if (uri === basePath) return lead(301, basePath + '/')
  // Two slashes at the beginning would lead to another host once a slash is put at the end.
  if (!uri.startsWith(basePath + '/') || /^[/\\\\]{2}/.test(uri)) {
    request.uri = '/nothing'
    return request
  }
  const path = uri.slice(basePath.length)
  const current = await cf.kvs().get(${JSON.stringify(releaseKey)})
  const redirect = current === release && (redirects[path] || redirects[path + '/'])
  if (redirect) return lead(redirect[1], basePath + redirect[0])
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name !== '' && !name.includes('.')) return lead(301, uri + '/' + questionOf(request.querystring))
  const file = name === '' ? path + 'index.html' : path
  request.uri = shared.some((it) => file.startsWith(it)) ? file : '/releases/' + current + file
  return request
}
`

export type CloudfrontFunction = { readonly code: string; readonly leftOut: number }

/** With as many redirects as fit, those of moved pages first; what is left out is led on by pages of the release. */
export function cloudfrontFunction(serving: Serving, release: string): CloudfrontFunction {
  const wanted = serving.redirects.toSorted((a, b) => a.status - b.status)
  const programOf = (redirects: readonly Redirect[]) => program({ ...serving, redirects }, release)
  let count = wanted.length
  let code = programOf(wanted)
  while (Buffer.byteLength(code) > mostBytes && count > 0) code = programOf(wanted.slice(0, --count))
  return { code, leftOut: wanted.length - count }
}
