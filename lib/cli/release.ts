import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hashTree, listFiles } from '@/lib/publish/compare-trees'
import { type Aws, deploy, listReleases, NoSuchRelease, rollback, type Target } from '@/lib/publish/hosts/s3-release'
import { readServing } from '@/lib/publish/serving'
import { Failure } from './failure'
import { readFlags } from './flags'
import { siteAddress } from './site-address'

const runFile = promisify(execFile)

const quoted = (text: string): string => (/^[\w./:=@%,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

const show = (args: readonly string[], why: string) => process.stdout.write(`# ${why}\naws ${args.map(quoted).join(' ')}\n`)

/** What AWS says of something that is not there yet, as opposed to an account or a network that does not work. */
const isMissing = /does not exist|not ?found|NoSuchKey|\b404\b/i

type Fault = { readonly code?: string | number; readonly stderr?: string }

function explain({ code, stderr = '' }: Fault, args: readonly string[], why: string): Failure {
  if (code === 'ENOENT')
    return new Failure('the AWS command line is not installed.', 'install it (https://aws.amazon.com/cli), then run this again.')
  return new Failure(
    `aws ${args.slice(0, 2).join(' ')} did not succeed: ${why}.`,
    'mend what it says above and run this again: until the switch, readers see what they saw before.',
    stderr,
  )
}

/** Runs what it shows, so that the reader can repeat any step by hand. */
function realAws(): Aws {
  const call = async (args: readonly string[], why: string): Promise<string> => {
    show(args, why)
    return (await runFile('aws', [...args], { maxBuffer: 1 << 26, env: { ...process.env, AWS_PAGER: '' } })).stdout
  }
  const run = (args: readonly string[], why: string) =>
    call(args, why).catch((error: unknown) => {
      throw explain(error as Fault, args, why)
    })
  const maybe = (args: readonly string[], why: string) =>
    call(args, why).catch((error: unknown) => {
      if (isMissing.test((error as Fault).stderr ?? '')) return undefined
      throw explain(error as Fault, args, why)
    })
  return Object.assign(run, { maybe })
}

const names = ['Bucket', 'Store', 'Distribution', 'Address', 'Covers']

/** Shows what would be run at a stack that exists, with names for what only AWS knows. */
function plannedAws(): Aws {
  const answer = (args: readonly string[]): string | undefined => {
    if (args[1] === 'describe-stacks') return JSON.stringify(names.map((it) => ({ OutputKey: it, OutputValue: `<${it}>` })))
    return args[1] === 'describe-key-value-store' ? '<ETag>' : undefined
  }
  const run = (args: readonly string[], why: string) => {
    show(args, why)
    return Promise.resolve(answer(args) ?? '')
  }
  return Object.assign(run, { maybe: (args: readonly string[], why: string) => run(args, why).then(() => answer(args)) })
}

/** Named by what it holds, after the moment, so that a list of names is a history. */
async function nameRelease(out: string): Promise<string> {
  const tree = createHash('sha256').update(JSON.stringify([...(await hashTree(out))]))
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return `${moment}-${tree.digest('hex').slice(0, 8)}`
}

const usage = 'npm run release -- deploy --stack my-site [--domain example.org --certificate arn:aws:acm:us-east-1:…] [--yes]'

/** Puts the built site on S3 and CloudFront, switches to it, or switches back. Nothing is changed without --yes. */
export async function release(root: string, args: readonly string[]): Promise<void> {
  const { words, switches, values } = readFlags(args, {
    switches: ['yes'],
    values: ['stack', 'domain', 'certificate', 'to'],
  })
  const [action = ''] = words
  const [stack] = values.get('stack') ?? []
  if (!['deploy', 'rollback', 'list'].includes(action) || !stack)
    throw new Failure(
      `${action && stack ? `there is no release ${action}` : 'it needs deploy, rollback or list, and --stack'}.`,
      usage,
    )
  const domain = values.get('domain')?.[0]
  const certificate = values.get('certificate')?.[0]
  if ((domain === undefined) !== (certificate === undefined)) throw new Failure('--domain and --certificate go together.', usage)
  const scratch = join(root, '.build', 'hosts', 'aws')
  mkdirSync(scratch, { recursive: true })
  const target: Target = { stack, domain, certificate, scratch }
  const aws = switches.has('yes') || action === 'list' ? realAws() : plannedAws()
  try {
    process.stdout.write(`\n${await act(action, aws, root, target, values.get('to')?.[0])}\n`)
  } catch (error) {
    if (error instanceof NoSuchRelease) throw new Failure(`${error.message}.`, `npm run release -- list --stack ${stack}`)
    throw error
  }
  if (!switches.has('yes') && action !== 'list') process.stdout.write('This was the plan. Nothing was run: add --yes.\n')
}

async function act(action: string, aws: Aws, root: string, target: Target, to: string | undefined): Promise<string> {
  if (action === 'rollback') return `serves ${await rollback(aws, target, to)} again`
  if (action === 'list') {
    const { all, current } = await listReleases(aws, target)
    return all.map((it) => `${it === current ? '* ' : '  '}${it}`).join('\n') || 'no release yet'
  }
  const out = join(root, 'out')
  if (!existsSync(join(out, '_headers'))) throw new Failure('there is no built site yet.', 'npm run build')
  const name = await nameRelease(out)
  const serving = readServing(out, siteAddress(root).basePath)
  const address = await deploy(aws, target, out, await listFiles(out), { release: name, serving })
  return `serves ${name} at ${address}${serving.basePath}/`
}
