import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { releaseKey } from './cloudfront-function'
import { cloudfrontStack } from './cloudfront-stack'
import type { Release } from './release-record'
import { uploadArguments, uploadGroups } from './upload-groups'

/** Runs `aws` with these arguments and gives what it prints; undefined when it fails where that may be. */
export type Aws = {
  (args: readonly string[], why: string): Promise<string>
  readonly maybe: (args: readonly string[], why: string) => Promise<string | undefined>
}

export type Target = {
  readonly stack: string
  readonly domain?: string | undefined
  readonly certificate?: string | undefined
  /** A folder for the template and the release's record. */
  readonly scratch: string
}

type Known = {
  readonly Bucket: string
  readonly Store: string
  readonly Distribution: string
  readonly Address: string
  /** The releases whose pages the headers allow. */
  readonly Covers: string
}

async function readStack(aws: Aws, { stack }: Target): Promise<Known | undefined> {
  const query = ['--query', 'Stacks[0].Outputs', '--output', 'json']
  const text = await aws.maybe(['cloudformation', 'describe-stacks', '--stack-name', stack, ...query], 'what is there')
  if (text === undefined) return undefined
  const outputs = JSON.parse(text) as { OutputKey: string; OutputValue: string }[] | null
  return outputs ? (Object.fromEntries(outputs.map((it) => [it.OutputKey, it.OutputValue])) as Known) : undefined
}

async function writeStack(aws: Aws, target: Target, release: Release, others: readonly Release[]): Promise<Known> {
  const { template } = cloudfrontStack(release, others)
  const file = join(target.scratch, 'stack.json')
  await writeFile(file, template)
  const parameters = Object.entries({ Domain: target.domain, Certificate: target.certificate })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
  const told = parameters.length > 0 ? ['--parameter-overrides', ...parameters] : []
  await aws(
    ['cloudformation', 'deploy', '--stack-name', target.stack, '--template-file', file, '--no-fail-on-empty-changeset', ...told],
    'bucket, distribution, function and headers, until they stand everywhere',
  )
  const known = await readStack(aws, target)
  if (!known) throw new Error(`The stack ${target.stack} has no outputs.`)
  return known
}

const currentRelease = (aws: Aws, { Store }: Known): Promise<string | undefined> =>
  aws
    .maybe(
      ['cloudfront-keyvaluestore', 'get-key', '--kvs-arn', Store, '--key', releaseKey, '--query', 'Value', '--output', 'text'],
      'which release is served',
    )
    .then((it) => it?.trim())

const recordOf = (release: string) => `releases/${release}.json`

async function readRelease(aws: Aws, { Bucket }: Known, release: string | undefined): Promise<Release | undefined> {
  if (release === undefined) return undefined
  const text = await aws.maybe(['s3', 'cp', `s3://${Bucket}/${recordOf(release)}`, '-'], 'what that release needs')
  return text === undefined ? undefined : (JSON.parse(text) as Release)
}

/** One key decides; from then on every request is answered from the other release, whole. */
async function switchTo(aws: Aws, { Bucket, Store, Distribution }: Known, release: string): Promise<void> {
  const described = await aws(
    ['cloudfront-keyvaluestore', 'describe-key-value-store', '--kvs-arn', Store, '--query', 'ETag', '--output', 'text'],
    'the version of the store, so that two people cannot switch at once',
  )
  const put = ['cloudfront-keyvaluestore', 'put-key', '--kvs-arn', Store, '--key', releaseKey, '--value', release]
  await aws([...put, '--if-match', described.trim()], 'the switch')
  const from = `s3://${Bucket}/releases/${release}/404.html`
  await aws(['s3', 'cp', from, `s3://${Bucket}/404.html`, '--only-show-errors'], 'the page for what is missing')
  await aws(
    ['cloudfront', 'create-invalidation', '--distribution-id', Distribution, '--paths', '/404.html'],
    'the one file that is kept without its release in the address',
  )
}

export async function deploy(
  aws: Aws,
  target: Target,
  out: string,
  files: readonly string[],
  { release, serving }: Release,
): Promise<string> {
  const first = await readStack(aws, target)
  const before = first && (await currentRelease(aws, first))
  const replaced = first && (await readRelease(aws, first, before))
  // The same release again keeps the one that it replaced.
  const previous = before === release ? replaced?.previous : before
  const record = { release, previous, serving }
  const { Bucket } = first ?? (await writeStack(aws, target, record, []))
  for (const group of uploadGroups(files, serving)) {
    const to = group.hashed || `releases/${release}/`
    await aws(
      ['s3', 'cp', join(out, group.hashed), `s3://${Bucket}/${to}`, ...uploadArguments(group, serving)],
      `${group.names.join(', ')} as ${group.type}`,
    )
  }
  const file = join(target.scratch, 'release.json')
  await writeFile(file, JSON.stringify(record))
  await aws(['s3', 'cp', file, `s3://${Bucket}/${recordOf(release)}`, '--only-show-errors'], 'what this release needs')
  const known = await writeStack(aws, target, record, replaced && before !== release ? [replaced] : [])
  await switchTo(aws, known, release)
  return target.domain ? `https://${target.domain}` : known.Address
}

export class NoSuchRelease extends Error {}

/** Back to the release before, at once; to an older one after the headers allow what it needs. */
export async function rollback(aws: Aws, target: Target, wanted: string | undefined): Promise<string> {
  const known = await readStack(aws, target)
  if (!known) throw new NoSuchRelease(`there is no stack ${target.stack}`)
  const current = await readRelease(aws, known, await currentRelease(aws, known))
  const release = wanted ?? current?.previous
  if (release === undefined) throw new NoSuchRelease('there is no release before this one')
  const older = await readRelease(aws, known, release)
  if (!older) throw new NoSuchRelease(`there is no release ${release}`)
  if (!known.Covers.split(' ').includes(release)) await writeStack(aws, target, older, current ? [current] : [])
  await switchTo(aws, known, release)
  return release
}

export async function listReleases(
  aws: Aws,
  target: Target,
): Promise<{ readonly all: string[]; readonly current?: string | undefined }> {
  const known = await readStack(aws, target)
  if (!known) return { all: [] }
  const query = ['--query', 'CommonPrefixes[].Prefix', '--output', 'json']
  const list = ['s3api', 'list-objects-v2', '--bucket', known.Bucket, '--prefix', 'releases/', '--delimiter', '/', ...query]
  const prefixes = (JSON.parse(await aws(list, 'the releases that are kept')) ?? []) as string[]
  const all = prefixes.map((it) => it.split('/')[1] ?? '').toSorted()
  return { all, current: await currentRelease(aws, known) }
}
