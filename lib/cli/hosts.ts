import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { nearest } from '@/lib/content/nearest'
import { caddyfile } from '@/lib/publish/hosts/caddy'
import { cloudfrontStack } from '@/lib/publish/hosts/cloudfront-stack'
import { nginxConfiguration, nginxServer } from '@/lib/publish/hosts/nginx'
import { writePagesFolder, writeUploadFolder } from '@/lib/publish/hosts/upload-folder'
import { vercelConfiguration } from '@/lib/publish/hosts/vercel'
import { readServing, type Serving } from '@/lib/publish/serving'
import { Failure } from './failure'
import { readFlags } from './flags'
import { siteAddress } from './site-address'

type Site = {
  readonly out: string
  readonly serving: Serving
  /** Where the site lies on the machine that serves it. */
  readonly folder: string
  readonly hostName: string | undefined
}

type Host = {
  /** Writes into the folder of its own and says in a line what the owner does with it. */
  readonly write: (into: string, site: Site) => Promise<string>
}

/** Where Alpine's package puts it; the image is made of that (Dockerfile). */
const alpineBrotli = 'load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n'

const pages: Host = {
  write: async (into, { out, serving }) => {
    await writePagesFolder(out, into, serving)
    return 'upload this folder'
  },
}

const hostsByName: Readonly<Record<string, Host>> = {
  nginx: {
    write: async (into, { serving, folder, hostName }) => {
      const options = { folder, listen: '80', name: hostName, brotli: false }
      await writeFile(join(into, 'site.conf'), nginxServer(serving, options))
      await writeFile(join(into, 'site-brotli.conf'), nginxServer(serving, { ...options, brotli: true }))
      return `copy out/ to ${folder} and include site.conf, or site-brotli.conf where nginx has that module`
    },
  },
  caddy: {
    write: async (into, { serving, folder, hostName }) => {
      await writeFile(join(into, 'Caddyfile'), caddyfile(serving, { folder, address: hostName ?? ':80' }))
      return `copy out/ to ${folder} and run caddy with this Caddyfile`
    },
  },
  'cloudflare-pages': pages,
  netlify: pages,
  vercel: {
    write: async (into, { out, serving }) => {
      await writeUploadFolder(out, join(into, 'public'), serving)
      await writeFile(join(into, 'vercel.json'), vercelConfiguration(serving))
      return 'deploy this folder'
    },
  },
  aws: {
    write: async (into, { serving }) => {
      const { template, redirectsLeftOut } = cloudfrontStack({ release: 'not-released', serving }, [])
      await writeFile(join(into, 'stack.json'), template)
      const leftOut = redirectsLeftOut > 0 ? `; ${redirectsLeftOut} redirects do not fit its function and stay pages` : ''
      return `to be read; npm run release writes and uses its own${leftOut}`
    },
  },
  docker: {
    write: async (into, { serving }) => {
      const options = { folder: '/srv/site', listen: '8080', brotli: true, scratch: '/tmp', first: alpineBrotli }
      await writeFile(join(into, 'nginx.conf'), nginxConfiguration(serving, options))
      return 'the Dockerfile takes it from here: docker build .'
    },
  },
}

function chosenHosts(words: readonly string[]): string[] {
  const known = Object.keys(hostsByName)
  const unknown = words.find((it) => !known.includes(it))
  if (unknown === undefined) return words.length > 0 ? [...words] : known
  const near = nearest(unknown, known)
  throw new Failure(`there is no host ${unknown}.`, near ? `did you mean ${near}?` : `there are ${known.join(', ')}.`)
}

/** Writes what each host has to be told about the built site: .build/hosts. */
export async function hosts(root: string, args: readonly string[]): Promise<void> {
  const { words, values } = readFlags(args, { switches: [], values: ['folder'] })
  const chosen = chosenHosts(words)
  const out = join(root, 'out')
  if (!existsSync(join(out, '_headers'))) throw new Failure('there is no built site yet.', 'npm run build')
  const { origin, basePath } = siteAddress(root)
  const site: Site = {
    out,
    serving: readServing(out, basePath),
    folder: values.get('folder')?.[0] ?? '/srv/site',
    hostName: origin && new URL(origin).host,
  }
  for (const name of chosen) {
    const into = join(root, '.build', 'hosts', name)
    await mkdir(into, { recursive: true })
    const next = await hostsByName[name]?.write(into, site)
    process.stdout.write(`${relative(root, into).padEnd(32)} ${next}\n`)
  }
}
