import { expect, it } from 'vitest'
import { plainPage, timeHeading } from '@/bench/plain-pages'

const page =
  '<!doctype html><html><head><title>T</title><link rel="preload" href="/f.woff2"><script>x()</script></head><body><nav>way</nav>' +
  '<main class="m"><h1 class="h">One <span>two</span></h1><div data-island="x"><p style="">three</p><svg><text>no</text></svg></div>' +
  '<figure class="code"><pre><code><span>let</span> a</code></pre></figure><copy-code>four</copy-code></main><footer>end</footer></body></html>'

it('a plain copy holds all text of the page in plain elements, and nothing that a hand would not write', () => {
  const plain = plainPage(page)
  expect(plain).toContain(
    '<body><nav>way</nav><main><h1>One two</h1><p>three</p><figure><pre><code>let a</code></pre></figure>four</main>' +
      '<footer>end</footer></body>',
  )
  expect(plain).not.toMatch(/class|script|svg|span|woff/)
})

it('the heading is marked for timing, and stays marked in the plain copy', () => {
  expect(plainPage(timeHeading(page))).toContain('<h1 elementtiming="heading">')
})
