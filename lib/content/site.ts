import { articles } from './articles'
import { collections } from './collections'
import { type AnyEntry, type Graph, makeGraph } from './graph'
import { type Profile, profiles } from './profile'
import { routesOf } from './routes'
import { entriesOf } from './store'
import { categories, roles, seriesList, skills, tags, terms } from './vocabulary'
import { inCategory, inSeries, inUse, withTag } from './topics'

/** The owner, as every page needs them. */
export function profile(): Profile {
  const [entry] = entriesOf(profiles)
  if (!entry) throw new Error('content/profile.mdx is missing: run `npm run check`.')
  return entry.fields
}

let built: Graph | undefined

/** All that is shown and how it hangs together. While a site is built its content stands still: once is enough. */
export function graph(): Graph {
  if (built && process.env.NODE_ENV === 'production') return built
  const entries = collections.flatMap((it) => entriesOf(it)) as unknown as AnyEntry[]
  built = makeGraph(entries, { skills: skills(), roles: roles(), terms: [...terms().values()] })
  return built
}

export const usedCategories = () => inUse(categories(), (slug) => inCategory(entriesOf(articles), slug).length)
export const usedTags = () => inUse(tags(), (slug) => withTag(entriesOf(articles), slug).length)
export const usedSeries = () => inUse(seriesList(), (slug) => inSeries(entriesOf(articles), slug).length)

/** Every address of the site as built, for the sitemap and for tests of links. */
export function routes(): string[] {
  const slugs = (words: readonly { readonly slug: string }[]) => words.map((it) => it.slug)
  const words = { category: slugs(usedCategories()), tag: slugs(usedTags()), series: slugs(usedSeries()), skill: slugs(skills()), role: slugs(roles()) }
  return [...routesOf({ entries: graph().entries.map((it) => ({ ...it, anchors: [] })), words }).keys()]
}
