import { isWholeAddress } from './xml'

type Thing = Readonly<Record<string, unknown>>
type Rule = (value: unknown) => boolean

const isText: Rule = (value) => typeof value === 'string' && value.trim() !== ''
const isDay: Rule = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T\S+)?$/.test(value) && !Number.isNaN(Date.parse(value))
const isAddress: Rule = (value) => typeof value === 'string' && isWholeAddress(value)
const isAddresses: Rule = (value) => (Array.isArray(value) ? value.length > 0 && value.every(isAddress) : isAddress(value))

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

type Type = {
  readonly needs: Readonly<Record<string, Rule | readonly string[]>>
  readonly mayHave: Readonly<Record<string, Rule | readonly string[]>>
}

/** Of each type what must be there for it to mean anything to search engines, and what else we may say; a list of names is a thing of one of them. */
const types: Readonly<Record<string, Type>> = {
  ProfilePage: { needs: { mainEntity: ['Person'] }, mayHave: {} },
  Person: { needs: { name: isText }, mayHave: { jobTitle: isText, description: isText, url: isAddress, sameAs: isAddresses } },
  BlogPosting: {
    needs: { headline: isText, author: ['Person'], datePublished: isDay },
    mayHave: { description: isText, dateModified: isDay, mainEntityOfPage: isAddress, image: isAddresses },
  },
  FAQPage: { needs: { mainEntity: ['Question'] }, mayHave: {} },
  Question: { needs: { name: isText, acceptedAnswer: ['Answer'] }, mayHave: {} },
  Answer: { needs: { text: isText }, mayHave: {} },
}

const valueProblems = (value: unknown, rule: Rule | readonly string[], where: string): string[] => {
  if (typeof rule === 'function') return rule(value) ? [] : [`${where} is ${JSON.stringify(value)}`]
  const all = Array.isArray(value) ? (value as unknown[]) : [value]
  if (all.length === 0) return [`${where} is empty`]
  return all.flatMap((it) => {
    if (!isThing(it) || !rule.includes(String(it['@type']))) return [`${where} is no ${rule.join(' or ')}`]
    return thingProblems(it, where)
  })
}

function thingProblems(thing: Thing, where: string): string[] {
  const name = String(thing['@type'])
  const type = types[name]
  if (!type) return [`${where}: ${name} is no type that is published here`]
  const all = { ...type.needs, ...type.mayHave }
  return [
    ...Object.keys(type.needs)
      .filter((it) => thing[it] === undefined)
      .map((it) => `${where}: a ${name} needs ${it}`),
    ...Object.keys(thing)
      .filter((it) => !it.startsWith('@') && !all[it])
      .map((it) => `${where}: a ${name} has no ${it}`),
    ...Object.entries(all).flatMap(([key, rule]) =>
      thing[key] === undefined ? [] : valueProblems(thing[key], rule, `${where}.${key}`),
    ),
    ...(isText(thing.dateModified) && String(thing.dateModified) < String(thing.datePublished)
      ? [`${where} was changed before it was published`]
      : []),
  ]
}

/** What schema.org and the search engines that read it ask of the data in a page. */
export function dataProblems(text: string): string[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return ['it is no JSON']
  }
  if (!isThing(data)) return ['it is no thing']
  return [
    ...(data['@context'] === 'https://schema.org' ? [] : ['its context is not https://schema.org']),
    ...thingProblems(data, String(data['@type'])),
  ]
}
