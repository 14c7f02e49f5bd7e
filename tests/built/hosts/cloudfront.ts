import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { listen } from '@/lib/cli/static-server'
import type { Running } from './expectations'

type Request = { uri: string; querystring: Record<string, { value: string }> }
type Response = { statusCode: number; headers: Record<string, { value: string }> }
type Handler = (event: { request: Request }) => Promise<Request | Response>

type Policy = {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string }
    readonly ReferrerPolicy: { readonly ReferrerPolicy: string }
    readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number; readonly IncludeSubdomains: boolean }
  }
  readonly CustomHeadersConfig: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] }
}

type Template = {
  readonly Resources: {
    readonly Function: { readonly Properties: { readonly FunctionCode: string } }
    readonly Headers: { readonly Properties: { readonly ResponseHeadersPolicyConfig: Policy } }
  }
}

export const readState = <It>(home: string, name: string): It =>
  JSON.parse(readFileSync(join(home, `${name}.json`), 'utf8')) as It

/** The function as CloudFront runs it: a module whose only import is the store. */
function handlerOf(code: string, store: () => Record<string, string>): Handler {
  const cloudfront = { kvs: () => ({ get: (key: string) => Promise.resolve(store()[key]) }) }
  const body = `${code.replace("import cf from 'cloudfront'", '')}; return handler`
  const make = compileFunction(body, ['cf']) as (cf: unknown) => Handler
  return make(cloudfront)
}

function policyHeaders({ SecurityHeadersConfig: own, CustomHeadersConfig }: Policy): Record<string, string> {
  const { AccessControlMaxAgeSec: age, IncludeSubdomains: all } = own.StrictTransportSecurity
  return {
    'content-security-policy': own.ContentSecurityPolicy.ContentSecurityPolicy,
    'referrer-policy': own.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${age}${all ? '; includeSubDomains' : ''}`,
    'x-content-type-options': 'nosniff',
    ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  }
}

/** CloudFront and the bucket as the generated template sets them up, from what the commands left in the folder. */
export async function startCloudfront(home: string): Promise<Running> {
  const metadata = () => readState<Record<string, { type: string; caching?: string }>>(home, 'metadata')
  const server = createServer((request, response) => {
    const respond = async () => {
      const { Function: program, Headers } = readState<Template>(home, 'stack').Resources
      const handler = handlerOf(program.Properties.FunctionCode, () => readState(home, 'store'))
      const { pathname, searchParams } = new URL(`https://site.invalid${request.url ?? '/'}`)
      const querystring = Object.fromEntries([...searchParams].map(([name, value]) => [name, { value }]))
      const answer = await handler({ request: { uri: pathname, querystring } })
      const headers = policyHeaders(Headers.Properties.ResponseHeadersPolicyConfig)
      if ('statusCode' in answer) {
        const own = Object.entries(answer.headers).map(([name, { value }]) => [name, value] as const)
        return void response.writeHead(answer.statusCode, { ...headers, ...Object.fromEntries(own) }).end()
      }
      const wanted = decodeURIComponent(answer.uri.slice(1))
      const isThere = wanted in metadata() && existsSync(join(home, 'bucket', wanted))
      const key = isThere ? wanted : '404.html'
      const { type = '', caching = '' } = metadata()[key] ?? {}
      response.writeHead(isThere ? 200 : 404, { ...headers, 'content-type': type, 'cache-control': caching })
      response.end(readFileSync(join(home, 'bucket', key)))
    }
    respond().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  const port = await listen(server, 0)
  return { port, stop: () => void server.close() }
}
