import { byEntryNumber, type Project, projects } from './projects'
import { remembered } from './remember'
import { entriesOf } from './store'
import { roles } from './vocabulary'

/**
 * Filters without a script are style rules, and style rules cannot be made from content here (no <style>, no style
 * attribute). The sheet therefore knows places, not values: the third language, the second role. Which value stands
 * at which place is decided when the page is printed (docs/decisions/0010-filters-without-script.md).
 */
export const mostOptions = 12

export type FilterName = 'language' | 'domain' | 'role'
export type FilterOption = { readonly place: number; readonly value: string; readonly name: string; readonly count: number }
export type Filter = { readonly name: FilterName; readonly label: string; readonly options: readonly FilterOption[] }

export const allProjects = remembered((): readonly Project[] => byEntryNumber(entriesOf(projects)))

const domainNames: Record<Project['fields']['domain'], string> = {
  ai: 'AI',
  data: 'Data',
  platform: 'Platform',
  payments: 'Payments',
  reliability: 'Reliability',
  'multi-tenant': 'Multi-tenant',
}

export const domainName = (domain: Project['fields']['domain']): string => domainNames[domain]

const valuesOf: Record<FilterName, (it: Project) => readonly string[]> = {
  language: (it) => [it.fields.language],
  domain: (it) => [it.fields.domain],
  role: (it) => it.fields.roles,
}

/** The most frequent values have a place; a thirteenth language would share the last one as "Other". */
function optionsOf(name: FilterName, nameValue: (value: string) => string): FilterOption[] {
  const counts = new Map<string, number>()
  for (const project of allProjects())
    for (const value of valuesOf[name](project)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
  const shown = sorted.slice(0, sorted.length > mostOptions ? mostOptions - 1 : mostOptions)
  const others = sorted.slice(shown.length)
  return [
    ...shown.map(([value, count], index) => ({ place: index + 1, value, name: nameValue(value), count })),
    ...(others.length > 0
      ? [{ place: mostOptions, value: '', name: 'Other', count: others.reduce((sum, [, count]) => sum + count, 0) }]
      : []),
  ]
}

export const projectFilters = remembered((): readonly Filter[] =>
  [
    { name: 'language' as const, label: 'Language', options: optionsOf('language', (it) => it) },
    {
      name: 'domain' as const,
      label: 'Domain',
      options: optionsOf('domain', (it) => domainNames[it as keyof typeof domainNames]),
    },
    {
      name: 'role' as const,
      label: 'Evidence for',
      options: optionsOf('role', (slug) => roles().find((it) => it.slug === slug)?.title ?? slug),
    },
  ].filter((it) => it.options.length > 1),
)

/** The classes by which the sheet finds a row: `language-1 domain-3 role-1 role-2`. */
export function filterClasses(project: Project): string {
  return projectFilters()
    .flatMap(({ name, options }) =>
      valuesOf[name](project).map((value) => {
        const place = options.find((it) => it.value === value)?.place ?? mostOptions
        return `${name}-${place}`
      }),
    )
    .join(' ')
}
