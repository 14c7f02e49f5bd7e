import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { allProjects } from './filters'
import { type LinkedSystems, linkSystems, systemsFigure } from './systems-figure'

const file = join(process.cwd(), 'content', 'figures', 'systems.yaml')

/** The home page's block diagram, or nothing for an owner who has none or whose projects it does not know. */
export function systemsOfHome(): LinkedSystems | undefined {
  if (!existsSync(file) || allProjects().length === 0) return undefined
  const known = allProjects().map(({ slug, fields }) => ({ slug, entry: fields.entry, caseStudy: fields.caseStudy }))
  return linkSystems(systemsFigure.parse(parse(readFileSync(file, 'utf8'))), known)
}
