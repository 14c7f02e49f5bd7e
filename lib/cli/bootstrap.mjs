// The one file that runs before anything is installed: plain JavaScript that an old Node can still read.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const oldest = [20, 19]

function fail(what, next) {
  process.stderr.write('\nfailed: ' + what + '\n  next: ' + next + '\n')
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  fail(
    'this needs Node ' + oldest.join('.') + ' or newer, and this is Node ' + process.versions.node + '.',
    'install a current Node from https://nodejs.org (or `nvm install` here), then run the command again.',
  )
}

/** What was installed, by the lock file: a second run asks nobody. */
const stamp = join(root, 'node_modules', '.installed-lock')
const lock = () => readFileSync(join(root, 'package-lock.json'), 'utf8')

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock()) return
  const started = Date.now()
  process.stdout.write('  …   install packages (npm ci)\n')
  const npm = process.env.npm_execpath
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  const ran = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (ran.status !== 0) {
    if (ran.signal === 'SIGINT') process.exit(130)
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i.test(ran.stderr || '')
    if (!offline) process.stderr.write(ran.stderr || '')
    fail(
      offline ? 'the npm registry cannot be reached, so the packages cannot be installed.' : 'npm ci did not succeed.',
      offline
        ? 'check the network or proxy (npm ping), then run the command again.'
        : 'mend what npm says above, then run the command again.',
    )
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock())
  process.stdout.write('  ok  install packages (npm ci) ' + ((Date.now() - started) / 1000).toFixed(1) + ' s\n')
}

const commands = join(root, 'lib', 'cli', 'portfolio.ts')

/** Every module read as it is written: whatever a command may start or import is found where it lies. */
function moduleByModule() {
  const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href
  return ['--import', tsx, commands]
}

/** The check is asked for many times a day, and reading its modules one by one took a third of it. */
async function fewFiles() {
  const { inFewFiles } = await import('./few-files.mjs')
  return ['--enable-source-maps', await inFewFiles(root, commands)]
}

checkNode()
install()
const [name] = process.argv.slice(2)
const program = name === 'check' ? await fewFiles() : moduleByModule()
const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
// A terminal sends Ctrl-C to the child as well: here it only has to be waited for.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
