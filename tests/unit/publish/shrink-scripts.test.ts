import { expect, it } from 'vitest'
import { shrink } from '@/lib/publish/shrink-scripts'

const script = `
  const twice = (value) => ({ value: value * 2, unused: undefined });
  function message(count) { const { value } = twice(count); return { type: 'frame', value, at: performance.timeOrigin > 0 }; }
  export const answer = message(21);
  export const later = () => import('./later.js');
  export const address = () => new URL('./worker.js', import.meta.url).href;
`

it('a script is smaller, does the same, and keeps the names of its data', async () => {
  const small = await shrink(script)
  expect(small.length).toBeLessThan(0.75 * script.length)
  const { answer } = (await import(`data:text/javascript,${encodeURIComponent(small)}`)) as { answer: unknown }
  expect(answer).toEqual({ type: 'frame', value: 42, at: true })
})

it('what it fetches later keeps its address', async () => {
  const small = await shrink(script)
  expect(small).toContain('import("./later.js")')
  expect(small).toContain('new URL("./worker.js",import.meta.url)')
})
