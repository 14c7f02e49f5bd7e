import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '@/lib/cli/failure'
import { own } from '@/lib/cli/own'
import { checkContent } from '@/lib/content/check/check-content'
import { messageOf } from '@/lib/content/check/problem'
import { type ProjectFolder, soundProject, spoken } from '../content/project-folder'

let project: ProjectFolder
beforeEach(() => {
  project = soundProject()
  const profile = project
    .read('profile.mdx')
    .replace('role: Engineer', '# A remark.\nsample: true\nsampleContent: true\nrole: Engineer # as printed')
  writeFileSync(join(project.root, 'content', 'profile.mdx'), profile)
})
afterEach(() => project.remove())

const run = (...args: string[]) => spoken(() => own(project.root, ['--yes', ...args]))
const jo = ['--name', 'Jo Ng', '--email', 'jo@ng.dev']
const problems = () => checkContent(project.root).problems.map((it) => `${it.file}:${it.line} ${messageOf(it)}`)

describe('npm run own', () => {
  it('puts the owner’s facts into the profile and leaves every other character', async () => {
    const before = project.read('profile.mdx')
    await run(...jo, '--role', 'Engineer: queues', '--site', 'https://ng.dev/', '--link', 'Code=https://code.example.org/jo')
    expect(project.read('profile.mdx')).toBe(
      before
        .replace('title: Ada Example, engineer', 'title: "Jo Ng, engineer: queues"')
        .replace('name: Ada Example', 'name: Jo Ng')
        .replace('sample: true\n', '')
        .replace('role: Engineer #', 'role: "Engineer: queues" #')
        .replace('ada@ada.example.org', 'jo@ng.dev')
        .replace('https://ada.example.org', 'https://ng.dev/')
        .replace(
          '[{ label: Code, url: "https://code.example.org/ada" }]',
          '[{ label: "Code", url: "https://code.example.org/jo" }]',
        ),
    )
    expect(problems()).toEqual([])
  })

  it('keeps what was given before', async () => {
    await run(...jo)
    await run('--location', 'Oslo')
    expect(project.read('profile.mdx')).toContain('name: Jo Ng')
    expect(project.read('profile.mdx')).toContain('location: Oslo')
  })

  it('with --empty leaves the profile, the written pages and the vocabulary, all of it valid', async () => {
    await run('--empty', ...jo)
    const left = readdirSync(join(project.root, 'content'), { recursive: true, encoding: 'utf8' }).filter((it) =>
      it.includes('.'),
    )
    expect(left.filter((it) => !it.startsWith('vocabulary')).toSorted()).toEqual([
      'pages/about.mdx',
      'pages/colophon.mdx',
      'pages/contact.mdx',
      'pages/how-i-work.mdx',
      'pages/stack.mdx',
      'profile.mdx',
    ])
    expect(problems()).toEqual([])
    expect(project.read('profile.mdx')).not.toContain('Ada')
  })

  it('never empties twice: by then it is the owner’s content', async () => {
    await run('--empty', ...jo)
    await expect(run('--empty')).rejects.toThrow('would remove what you wrote')
  })

  it('changes nothing where the result would not pass the check', async () => {
    const before = project.read('profile.mdx')
    await expect(run('--empty', '--name', 'Jo', '--email', 'nobody')).rejects.toThrow('nothing was changed')
    expect(project.read('profile.mdx')).toBe(before)
    expect(checkContent(project.root).counts.documents).toBe(19)
  })

  it('names a flag that it does not know, and what is missing', async () => {
    await expect(run('--nmae', 'x')).rejects.toMatchObject({ next: 'did you mean --name?' })
    await expect(run('--name')).rejects.toThrow('--name needs a value')
    await expect(run('--link', 'GitHub')).rejects.toThrow('is no link')
    await expect(run()).rejects.toBeInstanceOf(Failure)
  })
})
