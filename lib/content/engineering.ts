import { aiSystems } from './ai-systems'
import { competencies } from './competencies'
import { faqs } from './faqs'
import { problems } from './problems'
import { remembered } from './remember'
import { entriesOf } from './store'
import { pieces } from './writing'

const inOrder = <It extends { fields: { order: number } }>(all: It[]): It[] =>
  all.toSorted((a, b) => a.fields.order - b.fields.order)

export const allFaqs = remembered(() => inOrder(entriesOf(faqs)))
export const allProblems = remembered(() => inOrder(entriesOf(problems)))
export const allAiSystems = remembered(() => inOrder(entriesOf(aiSystems)))
export const allCompetencies = remembered(() => inOrder(entriesOf(competencies)))
export const deepDives = remembered(() => pieces().filter((it) => it.kind === 'deep-dive'))
