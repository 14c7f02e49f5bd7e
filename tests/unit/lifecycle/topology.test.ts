import { describe, expect, it } from 'vitest'
import { stepsOf, type TraceStep } from '@/lib/lifecycle/steps'
import { arrowsOf, passagesOf, wireOf } from '@/lib/lifecycle/topology'
import { followRequest } from '@/lib/lifecycle/trace'
import { everySingleToggle } from '@/lib/lifecycle/trace-hash'
import { scenarioNamed, scenarios, topology } from './shipped-content'

const everyTrace = scenarios.flatMap((scenario) => everySingleToggle().map((toggles) => followRequest(scenario, { toggles })))

describe('the topology', () => {
  it('has a drawn way for every step of every trace that changes place', () => {
    const isMove = (step: TraceStep): boolean => (wireOf(step.span) ? step.phase !== 'leave' : step.from !== step.to)
    const isWrong = (step: TraceStep): boolean => passagesOf(step, topology.edges).length > 0 !== isMove(step)
    expect(everyTrace.flatMap(({ spans }) => stepsOf(spans).filter(isWrong))).toEqual([])
  })

  it('lights the way to the database through the pool, and back the other way round', () => {
    const steps = stepsOf(followRequest(scenarioNamed('cold-read')).spans).filter(({ span }) => span.stage === 'query')
    expect(steps.map((step) => passagesOf(step, topology.edges).map(({ edge, direction }) => `${edge} ${direction}`))).toEqual([
      ['controller-pool out', 'pool-query out'],
      ['pool-query back', 'controller-pool back'],
    ])
  })

  it('numbers every arrow once, at the step that first walks it, and no arrow that is never walked', () => {
    for (const { spans } of everyTrace) {
      const steps = stepsOf(spans)
      const arrows = arrowsOf(steps, topology.edges)
      const walked = steps.flatMap((step, at) => passagesOf(step, topology.edges).map(({ edge }) => ({ edge, at })))
      expect(new Set(arrows.map(({ edge }) => edge))).toEqual(new Set(walked.map(({ edge }) => edge)))
      for (const { edge, step } of arrows) expect(walked.find((it) => it.edge === edge)?.at).toBe(step)
      expect(arrows.map(({ step }) => step)).toEqual(arrows.map(({ step }) => step).sort((a, b) => a - b))
    }
  })

  it.each(['landscape', 'portrait'] as const)(
    'keeps its %s nodes apart, inside the frame, and its lines at their borders',
    (shape) => {
      const [, , width = 0, height = 0] = topology.viewBox[shape].split(' ').map(Number)
      for (const { stage, [shape]: place } of topology.nodes) {
        expect(place.x + place.width <= width && place.y + place.height <= height, stage).toBe(true)
        for (const { stage: other, [shape]: there } of topology.nodes) {
          const isApart =
            place.x + place.width < there.x ||
            there.x + there.width < place.x ||
            place.y + place.height < there.y ||
            there.y + there.height < place.y
          expect(isApart || other === stage, `${stage} and ${other}`).toBe(true)
        }
      }
      const placeOf = new Map(topology.nodes.map((node) => [node.stage, node[shape]]))
      for (const { id, from, to, [shape]: path } of topology.edges) {
        const [start, end] = endsOf(path)
        expect(isOnBorder(start, placeOf.get(from)!), `${id} starts at ${from}`).toBe(true)
        expect(isOnBorder(end, placeOf.get(to)!), `${id} ends at ${to}`).toBe(true)
      }
    },
  )
})

type Point = readonly [x: number, y: number]

function endsOf(path: string): [Point, Point] {
  let [x, y] = [0, 0]
  let start: Point | null = null
  for (const [, command, list = ''] of path.matchAll(/([MLHVQC])([^A-Z]*)/g)) {
    const values = list.trim().split(/[ ,]+/).map(Number)
    if (command === 'H') x = values[0]!
    else if (command === 'V') y = values[0]!
    else [x, y] = [values.at(-2)!, values.at(-1)!]
    start ??= [x, y]
  }
  return [start ?? [NaN, NaN], [x, y]]
}

function isOnBorder(
  [x, y]: Point,
  { x: left, y: top, width, height }: { x: number; y: number; width: number; height: number },
): boolean {
  const isWithin = x >= left && x <= left + width && y >= top && y <= top + height
  return isWithin && (x === left || x === left + width || y === top || y === top + height)
}
