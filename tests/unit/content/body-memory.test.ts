import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bodyOf, closeMemory, openMemory } from '@/lib/content/check/body-memory'
import { type ProjectFolder, soundProject } from './project-folder'

let project: ProjectFolder
beforeEach(() => {
  project = soundProject()
})
afterEach(() => project.remove())

const text = '---\ntitle: x\n---\n\n# First level\n'

it('finds in a text what it found before, faults too, from one run to the next', () => {
  const first = openMemory(project.root)
  const found = bodyOf(text, first)
  closeMemory(project.root, first)
  const second = openMemory(project.root)
  expect(second.known.size).toBe(1)
  expect(bodyOf(text, second)).toEqual(found)
  expect(found.faults.map((it) => [it.line, it.rule])).toEqual([[5, 'heading']])
})

it('reads another text anew and forgets what is no longer there', () => {
  const first = openMemory(project.root)
  bodyOf(text, first)
  closeMemory(project.root, first)
  const second = openMemory(project.root)
  expect(bodyOf(text.replace('# First', '## First'), second).faults).toEqual([])
  closeMemory(project.root, second)
  expect(openMemory(project.root).known.size).toBe(1)
})

it('believes nothing that other rules have written, and no file that was cut off', () => {
  const first = openMemory(project.root)
  bodyOf(text, first)
  closeMemory(project.root, { ...first, stamp: 'of other rules' })
  expect(openMemory(project.root).known.size).toBe(0)
  writeFileSync(join(project.root, '.build', 'check', 'bodies.json'), '{"stamp":')
  expect(openMemory(project.root).known.size).toBe(0)
})
