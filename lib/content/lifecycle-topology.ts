import { z } from 'zod'
import { knownKeys, wholeNumber, wordFrom } from './lifecycle-fields'

const MAX_EXTENT = 4_000

const place = knownKeys({
  x: wholeNumber(0, MAX_EXTENT),
  y: wholeNumber(0, MAX_EXTENT),
  width: wholeNumber(1, MAX_EXTENT),
  height: wholeNumber(1, MAX_EXTENT),
})

const pathData = z.string().regex(/^M[\d .,MLHVCQ-]+$/, 'allowed: SVG path data with absolute commands M, L, H, V, C and Q')
const viewBox = z.string().regex(/^0 0 \d+ \d+$/, 'allowed: a viewBox like "0 0 1120 456"')

/** content/topology/lifecycle.yaml: the drawing, made by hand in two shapes. */
export function lifecycleTopologySchema<Stage extends string>(stages: readonly Stage[]) {
  const node = knownKeys({ stage: wordFrom(stages), landscape: place, portrait: place })
  const edge = knownKeys({
    id: z.string().regex(/^[a-z]+-[a-z]+$/, 'allowed: the two stages joined by a hyphen'),
    from: wordFrom(stages),
    to: wordFrom(stages),
    isAsync: z.boolean(),
    landscape: pathData,
    portrait: pathData,
  })
  return knownKeys({
    viewBox: knownKeys({ landscape: viewBox, portrait: viewBox }),
    nodes: z.array(node),
    edges: z.array(edge),
  }).superRefine(({ nodes, edges }, context) => {
    for (const stage of stages) {
      const count = nodes.filter((entry) => entry.stage === stage).length
      if (count !== 1)
        context.addIssue({
          code: 'custom',
          path: ['nodes'],
          message: `found ${count} nodes for stage "${stage}", allowed: exactly 1`,
        })
    }
    edges.forEach(({ id, from, to }, at) => {
      if (id !== `${from}-${to}`)
        context.addIssue({ code: 'custom', path: ['edges', at, 'id'], message: `found "${id}", allowed: "${from}-${to}"` })
    })
  })
}
