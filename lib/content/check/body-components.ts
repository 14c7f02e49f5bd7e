import type { Nodes, Root } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import { isMdxComponent, type MdxComponent, mdxComponentNames, mdxComponents } from '@/lib/content/mdx-components'
import type { Body, Named, NamedTable } from './body'
import { type Component, isComponent, placeOf } from './body-nodes'
import { inMarkdown } from './html-in-markdown'
import { among, type Complain, shown } from './problem'

type Found = Pick<Body, 'terms' | 'figures' | 'claims' | 'schemas' | 'tables' | 'requests' | 'runs'>
type NamedBy = Record<'term' | 'figure' | 'claim' | 'schema' | 'request' | 'run', Named[]> & { readonly table: NamedTable[] }

/** Each component is one of the table, with the properties it needs, in a place where it may stand. */
export function checkComponents(tree: Root, complain: Complain): Found {
  const named: NamedBy = { term: [], figure: [], claim: [], schema: [], table: [], request: [], run: [] }
  visitParents(tree, (node, ancestors) => {
    if (!isComponent(node)) return
    const name = node.name ?? ''
    if (!isMdxComponent(name)) {
      complain(placeOf(node), 'component', whatItIs(name), {
        ...among(name, mdxComponentNames, 'component'),
        allowed: inMarkdown(name) ?? mdxComponentNames.join(', '),
      })
      return
    }
    const component: MdxComponent = mdxComponents[name]
    checkProperties(node, name, component, complain, named)
    checkPlace(node, name, component, ancestors, complain)
  })
  const { term: terms, figure: figures, claim: claims, schema: schemas, table: tables, request: requests, run: runs } = named
  return { terms, figures, claims, schemas, tables, requests, runs }
}

function whatItIs(name: string): string {
  if (name === '') return 'an empty tag <>'
  return /^[a-z]/.test(name) ? `the HTML tag <${name}>` : `there is no component <${name}>`
}

function checkProperties(node: Component, name: string, { properties }: MdxComponent, complain: Complain, named: NamedBy): void {
  const given = new Set<string>()
  const misspelt = new Set<string | undefined>()
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue
    // An expression is told by the rule `code`.
    if (attribute.value !== null && typeof attribute.value === 'object') {
      given.add(attribute.name)
      continue
    }
    const place = placeOf(attribute.position ? attribute : node)
    const property = Object.hasOwn(properties, attribute.name) ? properties[attribute.name] : undefined
    if (given.has(attribute.name)) complain(place, 'property', `<${name}> has ${attribute.name} twice`, { allowed: 'once' })
    given.add(attribute.name)
    if (!property) {
      const known = Object.keys(properties)
      const more = known.length === 0 ? { allowed: 'none' } : among(attribute.name, known, 'property')
      misspelt.add('suggestion' in more ? more.suggestion : undefined)
      complain(place, 'property', `<${name}> has no property ${attribute.name}`, more)
      continue
    }
    const value = attribute.value ?? ''
    if (value.trim() === '')
      complain(place, 'property', `${attribute.name} of <${name}> is empty`, { allowed: property.allowed ?? 'text in quotes' })
    else if (property.values && !property.values.includes(value))
      complain(
        place,
        'property',
        `${attribute.name} of <${name}> is ${shown(value)}`,
        among(value, property.values, attribute.name),
      )
    else if (property.reads && !property.reads(value))
      complain(place, 'property', `${attribute.name} of <${name}> is ${shown(value)}`, { allowed: property.allowed ?? 'text' })
    else if (property.names === 'table') named.table.push({ name: value, schema: textOf(node, 'schema'), ...place })
    else if (property.names) named[property.names].push({ name: value, ...place })
  }
  for (const [needed, { required }] of Object.entries(properties))
    if (required && !given.has(needed) && !misspelt.has(needed))
      complain(placeOf(node), 'property', `<${name}> lacks ${needed}`, { allowed: `<${name} ${needed}="…">` })
}

function textOf({ attributes }: Component, name: string): string {
  const found = attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === name)
  return typeof found?.value === 'string' ? found.value : ''
}

const isBlank = (node: Nodes) => node.type === 'text' && node.value.trim() === ''

function checkPlace(
  node: Component,
  name: string,
  component: MdxComponent,
  ancestors: readonly Nodes[],
  complain: Complain,
): void {
  const place = placeOf(node)
  const children = node.children.filter((it) => !isBlank(it))
  if (component.content && children.length === 0)
    complain(place, 'component', `<${name}> is empty`, { allowed: `<${name}>some text</${name}>` })
  if (!component.content && children.length > 0)
    complain(place, 'component', `<${name}> has something between its tags`, { allowed: `<${name} … /> alone` })
  const parent = ancestors.findLast((it) => it.type !== 'paragraph')
  if (component.within && !(parent && isComponent(parent) && parent.name === component.within))
    complain(place, 'component', `<${name}> stands outside <${component.within}>`, {
      allowed: `directly inside <${component.within}>`,
    })
  if (component.holds === 'ordered list' && !(children.length === 1 && children[0]?.type === 'list' && children[0].ordered))
    complain(place, 'component', `<${name}> holds something else than one ordered list`, {
      allowed: 'a list that begins with 1., with blank lines around it',
    })
  if (component.holds === 'Tab' && !children.every((it) => isComponent(it) && it.name === 'Tab'))
    complain(place, 'component', `<${name}> holds something else than <Tab>`, { allowed: '<Tab label="…"> only' })
}
