import { z } from 'zod'
import type { TopologyFigure } from '@/lib/topology/figure-data'
import { slugOf } from './fields'
import { checkArrows, checkUnique } from './figure-checks'

// The block diagram of the home page: a topology whose nodes name projects.

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has lower case letters, digits and hyphens and starts with a letter')
const text = z.string().trim().min(1, 'must not be empty').max(60, 'at most 60 characters')

export const systemsFigure = z
  .strictObject({
    caption: z.string().trim().min(10).max(240),
    divider: z.strictObject({ before: text, after: text }),
    nodes: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['service', 'store', 'queue', 'worker', 'external', 'actor']),
          label: text,
          note: text.optional(),
          projects: z.array(slugOf('project')).min(1).max(3, 'at most three entry numbers fit a node').optional(),
          later: z.boolean().optional(),
        }),
      )
      .min(2),
    edges: z
      .array(
        z.strictObject({
          from: id,
          to: id,
          says: text,
          style: z.enum(['call', 'async', 'fault']).optional(),
          mark: z.boolean().optional(),
        }),
      )
      .min(1),
  })
  .superRefine((figure, context) => {
    checkUnique(context, 'nodes', figure.nodes)
    checkArrows(
      context,
      'edges',
      'node',
      figure.edges,
      figure.nodes.map((node) => node.id),
    )
  })

export type SystemsFigure = z.infer<typeof systemsFigure>

export type ProjectEntry = { slug: string; entry: number; caseStudy: boolean }

export type LinkedSystems = { figure: TopologyFigure; unknown: readonly string[] }

/** Slugs become entry numbers and links; marked where there is a case study. Unknown slugs are reported, not dropped silently. */
export function linkSystems(systems: SystemsFigure, projects: readonly ProjectEntry[]): LinkedSystems {
  const unknown: string[] = []
  const entryOf = (slug: string) => {
    const project = projects.find((candidate) => candidate.slug === slug)
    if (project === undefined) unknown.push(slug)
    return project === undefined
      ? []
      : [{ number: `[${String(project.entry).padStart(2, '0')}]`, href: `/projects/${slug}/`, marked: project.caseStudy }]
  }
  const nodes = systems.nodes.map(({ projects: slugs = [], ...node }) => {
    const entries = slugs.flatMap(entryOf)
    return { ...node, entries, href: entries.length === 1 ? entries[0]?.href : undefined }
  })
  return {
    figure: { kind: 'topology', caption: systems.caption, nodes, edges: systems.edges, divider: systems.divider },
    unknown,
  }
}
