import { expect, it } from 'vitest'
import { messageOf } from '@/lib/content/check/problem'
import { checkWith, fileOf, sound, textOf } from './content-folder'

const article = sound.find((it) => it.path.startsWith('articles/') && it.path.endsWith('.mdx'))?.path ?? ''
const withFigure = (schema: string) =>
  checkWith(
    fileOf(article, `${textOf(article)}\n<ErdExplorer schema="${schema}" />\n`),
    fileOf('schemas/saas.sql', 'CREATE TABLE t (id int PRIMARY KEY);'),
  )

it('a figure of a schema that is there is no problem', () => {
  expect(withFigure('saas').problems).toEqual([])
})

it('a figure of another schema is told with its place and the nearest name', () => {
  const { problems } = withFigure('sass')
  expect(problems.map((it) => [it.file, it.rule, messageOf(it)])).toEqual([
    [`content/${article}`, 'property', 'content/schemas has no "sass.sql"; allowed: saas; did you mean "saas"?'],
  ])
  expect(problems[0]?.line).toBe(textOf(article).split('\n').length + 1)
})

it('a figure of another request is told with its place and the nearest name', () => {
  const { problems } = checkWith(
    fileOf(article, `${textOf(article)}\n<RequestLifecycle scenario="slow-databse" />\n`),
    fileOf('scenarios/lifecycle/slow-database.yaml', 'id: slow-database\n'),
  )
  expect(problems.map((it) => [it.line, it.column, messageOf(it)])).toEqual([
    [
      textOf(article).split('\n').length + 1,
      19,
      'content/scenarios/lifecycle has no "slow-databse.yaml"; allowed: slow-database; did you mean "slow-database"?',
    ],
  ])
})

const scenarioFile = fileOf('scenarios/queue/08-hot-partition.yaml', 'slug: "hot-partition" # its name\norder: 8\n')
const withRun = (scenario: string) =>
  checkWith(fileOf(article, `${textOf(article)}\n<BrokerQueue scenario="${scenario}" />\n`), scenarioFile)

it('a run of the simulator that is there is no problem, whatever its file is called', () => {
  expect(withRun('hot-partition').problems).toEqual([])
})

it('a run of another name is told with its place and the nearest name', () => {
  const { problems } = withRun('hot-partitions')
  expect(problems.map((it) => [it.file, it.line, it.column, messageOf(it)])).toEqual([
    [
      `content/${article}`,
      textOf(article).split('\n').length + 1,
      14,
      'content/scenarios/queue has no scenario "hot-partitions"; allowed: hot-partition; did you mean "hot-partition"?',
    ],
  ])
})
