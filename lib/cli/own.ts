import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkFiles } from '@/lib/content/check/check-content'
import { type ContentFile, readContentFiles } from '@/lib/content/check/files'
import { asking, type Ask, onTerminal } from './ask'
import { dataSchemas } from './data-schemas'
import { Failure } from './failure'
import { readFlags } from './flags'
import { emptied } from './empty-content'
import { type Owner, ownProfile, ownerIn } from './own-profile'
import { printProblems } from './print-problems'

const questions = {
  name: 'Your name',
  role: 'What you are',
  email: 'Your e-mail address',
  site: 'Address of the site (https://…, may stay empty)',
  location: 'Where you work (may stay empty)',
  statement: 'The first sentence of the site (may stay empty)',
} as const

type Field = keyof typeof questions
const fields = Object.keys(questions) as Field[]

const profilePath = 'profile.mdx'

/** `npm run own`: the profile becomes the owner's; with `--empty` the sample's content goes. */
export async function own(root: string, args: readonly string[]): Promise<void> {
  const { words, switches, values } = readFlags(args, { switches: ['yes', 'empty'], values: [...fields, 'link'] })
  if (words.length > 0)
    throw new Failure(`"${words.join(' ')}" belongs to no flag.`, 'npm run own -- --name "Your Name" --email you@… --yes')
  const files = readContentFiles(root)
  const before = ownerIn(textOf(files, profilePath))
  const given: Owner = {
    ...(before.sample ? {} : { ...before, links: [] }),
    ...Object.fromEntries(fields.flatMap((it) => (values.has(it) ? [[it, values.get(it)?.at(-1)]] : []))),
    links: (values.get('link') ?? []).map(readLink),
  }
  const answers = switches.has('yes')
    ? { owner: given, empty: switches.has('empty') }
    : await fromTerminal(given, before.sampleContent, switches.has('empty'))
  if (!answers.owner.name || !answers.owner.email)
    throw new Failure('a name and an e-mail address are needed.', 'add --name "Your Name" --email you@your-domain.org.')
  if (answers.empty && !before.sampleContent)
    throw new Failure(
      'the profile does not say sampleContent: true any more, so --empty would remove what you wrote.',
      'leave --empty out, or remove documents by hand.',
    )
  const after = answers.empty
    ? emptied(files, answers.owner)
    : files.map((it) => (it.path === profilePath ? withText(it, ownProfile(textOf(files, profilePath), answers.owner)) : it))
  refuseFaults(root, after)
  const { written, removed } = writeChanges(root, files, after)
  process.stdout.write(
    `wrote ${written} files, removed ${removed}.\n  next: npm run dev to see it, npm run launch for what is still to be done.\n`,
  )
}

function textOf(files: readonly ContentFile[], path: string): string {
  const file = files.find((it) => it.path === path)
  if (!file)
    throw new Failure(`content/${path} is missing.`, 'take it back from the repository: git checkout content/profile.mdx.')
  return new TextDecoder().decode(file.bytes)
}

const withText = (file: ContentFile, text: string): ContentFile => ({ ...file, bytes: new TextEncoder().encode(text) })

function readLink(text: string): { label: string; url: string } {
  const [, label, url] = /^([^=]+)=(https:\/\/.+)$/.exec(text) ?? []
  if (!label || !url) throw new Failure(`--link "${text}" is no link.`, 'write --link "GitHub=https://github.com/you".')
  return { label: label.trim(), url }
}

async function fromTerminal(given: Owner, sampleContent: boolean, empty: boolean): Promise<{ owner: Owner; empty: boolean }> {
  if (!onTerminal())
    throw new Failure(
      'there is no terminal to ask on.',
      'give flags: npm run own -- --yes --name "Your Name" --email you@your-domain.org.',
    )
  return asking(async (ask) => {
    const owner: Record<string, string> = {}
    for (const field of fields) owner[field] = await ask(questions[field], given[field])
    const links = given.links && given.links.length > 0 ? given.links : await askLinks(ask)
    const remove =
      empty || (sampleContent && /^y/i.test(await ask('Remove the sample’s projects, articles and so on (y/n)', 'n')))
    return { owner: { ...owner, links }, empty: remove }
  })
}

async function askLinks(ask: Ask): Promise<{ label: string; url: string }[]> {
  const links: { label: string; url: string }[] = []
  for (
    let text = await ask('A link such as GitHub=https://github.com/you (empty: no more)');
    text !== '';
    text = await ask('Another')
  )
    links.push(readLink(text))
  return links
}

/** Nothing is written unless all of it is right. */
function refuseFaults(root: string, files: readonly ContentFile[]): void {
  const { problems, texts } = checkFiles(files, { schemaOf: dataSchemas(root) })
  if (problems.length > 0)
    throw new Failure(
      'with that, the content would not pass its check; nothing was changed.',
      'mend what is named above, or give other values.',
      printProblems(problems, texts),
    )
}

function writeChanges(
  root: string,
  before: readonly ContentFile[],
  after: readonly ContentFile[],
): { written: number; removed: number } {
  const kept = new Map(after.map((it) => [it.path, it]))
  const known = new Map(before.map((it) => [it.path, it]))
  const gone = before.filter((it) => !kept.has(it.path))
  const changed = after.filter((it) => Buffer.compare(known.get(it.path)?.bytes ?? new Uint8Array(1), it.bytes) !== 0)
  for (const { path, bytes } of changed) {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true })
    writeFileSync(join(root, 'content', path), bytes)
  }
  for (const { path } of gone) rmSync(join(root, 'content', path))
  return { written: changed.length, removed: gone.length }
}
