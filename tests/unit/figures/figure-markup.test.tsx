import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { Figure } from '@/components/figures/figure'
import { Measure } from '@/components/figures/measure'
import { Timeline } from '@/components/figures/timeline'
import type { FigureData } from '@/lib/topology/figure-data'
import * as graphs from '@/tests/fixtures/topology/graphs'
import { builds, lostAnswer, race } from '@/tests/fixtures/topology/others'

const figures: FigureData[] = [graphs.small, graphs.breaker, lostAnswer, race, builds]

let page = ''

beforeAll(async () => {
  const printed = await Promise.all(
    figures.map(async (figure, index) =>
      renderToStaticMarkup(await Figure({ id: `page-${figure.kind}`, number: index + 1, figure })),
    ),
  )
  const claim = {
    id: 'p99',
    metric: 'Build, p99',
    before: { value: 40, unit: 's' },
    after: { value: 6, unit: 's', comparator: 'under' as const },
  }
  printed.push(
    renderToStaticMarkup(<Measure claim={claim} />),
    renderToStaticMarkup(<Measure claim={{ ...claim, id: 'p99-large' }} size="large" />),
  )
  printed.push(
    renderToStaticMarkup(
      <Timeline
        id="career"
        until="2026-11"
        engagements={[{ id: 'a', title: 'Engineer', from: '2020-01', to: 'present', kind: 'employment', href: '/experience/#a' }]}
      />,
    ),
  )
  page = printed.join('\n')
})

describe('printed figures', () => {
  it('carry no style attributes, handlers or scripts, so that a strict policy holds', () => {
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<script|<style/)
  })

  it('use no id twice on one page, and point at ids that exist', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')
    const used = [...page.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(ids).toEqual([...new Set(ids)])
    expect(used.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('hold both drawings, each with a title and a description', () => {
    expect(page.match(/ dia-landscape/g)?.length).toBe(page.match(/ dia-portrait/g)?.length)
    expect(page.match(/<title/g)?.length).toBe(page.match(/<desc/g)?.length)
  })

  it('say every numbered connection in words, with both ends', () => {
    for (const edge of graphs.small.edges) expect(page).toContain(edge.says)
    expect(page).toContain('API to Orders, call: ')
  })

  it('give the values of a drawing to scale as a table', () => {
    expect(page).toContain('<th scope="row">Median build</th><td>8 s</td><td>1.4 s</td>')
  })

  it('look as they did when they were last approved', async () => {
    await expect(page.replaceAll('><', '>\n<')).toMatchFileSnapshot('../../golden/topology/figures.html')
  })
})
