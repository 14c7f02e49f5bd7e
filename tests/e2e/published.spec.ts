import { expect, test, testOfSample } from './site'

/** Pages that every site has, whatever its owner has written. */
const own = {
  home: '/',
  list: '/writing/',
  questions: '/faq/',
  cv: '/cv/',
  lab: '/lab/',
  colophon: '/colophon/',
}
const samples = {
  article: '/writing/async-api-after-sync-timeouts/',
  'article with slanted text': '/writing/sizing-and-splitting-aggregates/',
  'deep dive': '/writing/payment-webhook-architecture/',
  report: '/reports/rate-limiting-without-client-clocks/',
  ledger: '/ledgers/uvidense-talent-marketplace/',
  'case study': '/case-studies/fraud-detection/',
  project: '/projects/fraud-detection/',
}

/** The picture on the tab is no part of a page, and a figure that wakes further down is told apart. */
const isOfPage = (address: string) => !/\/(?:icon\.svg|favicon\.ico)$|\/assets\/(?!islands-)[^/]+\.js$/.test(address)

for (const [kind, path] of Object.entries({ ...own, ...samples })) {
  const declare = kind in own ? test : testOfSample
  declare(`the foot of the ${kind} page says what came over the network, and all of it from here`, async ({ page }) => {
    const foreign: string[] = []
    page.on('request', (it) => new URL(it.url()).hostname !== '127.0.0.1' && foreign.push(it.url()))
    await page.goto(path, { waitUntil: 'networkidle' })
    const said = (await page.locator('[data-page-weight]').textContent()) ?? ''
    const [, kilobytes, requests] = /This page: ([\d.]+) KB in (\d+) requests?/.exec(said) ?? []
    // As the browser received them, compressed, without the headers.
    const received = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((it) => ({
        address: it.name,
        bytes: (it as PerformanceResourceTiming).encodedBodySize,
      })),
    )
    const sizes = received.filter((it) => isOfPage(it.address)).map((it) => it.bytes)
    const total = sizes.reduce((sum, it) => sum + it, 0)
    expect(sizes).toHaveLength(Number(requests))
    expect(Math.abs(total / 1024 - Number(kilobytes)) / Number(kilobytes)).toBeLessThan(0.01)
    expect(foreign).toEqual([])
  })
}

test('the policy stops a script that publishing did not put there', async ({ page, watched }) => {
  await page.goto('/')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    try {
      script.text = 'document.title = "broken into"'
      document.head.append(script)
    } catch {
      return 'refused by Trusted Types'
    }
    return document.title
  })
  expect(ran).toBe('refused by Trusted Types')
  expect(watched.splice(0).join('\n')).toMatch(/TrustedScript/)
})
