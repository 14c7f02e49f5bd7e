import type { Serving } from '@/lib/publish/serving'

/** `vercel.json` beside a folder `public` that holds the site: nothing is built there any more. */
export function vercelConfiguration({ basePath, rules, redirects }: Serving): string {
  const configuration = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    framework: null,
    installCommand: '',
    buildCommand: '',
    outputDirectory: 'public',
    cleanUrls: false,
    trailingSlash: true,
    redirects: redirects.map(({ from, to, status }) => ({
      source: basePath + from,
      destination: basePath + to,
      statusCode: status,
    })),
    headers: rules.map(({ pattern, headers }) => ({
      source: basePath + pattern.replace(/\*$/, '(.*)'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  }
  return `${JSON.stringify(configuration, null, 2)}\n`
}
