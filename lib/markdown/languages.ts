/** The languages a code fence may name: a closed list, so that a misspelt one is an error and not a grey block. */
export const languages = {
  ts: { name: 'TypeScript', load: () => import('shiki/langs/typescript.mjs') },
  tsx: { name: 'TSX', load: () => import('shiki/langs/tsx.mjs') },
  js: { name: 'JavaScript', load: () => import('shiki/langs/javascript.mjs') },
  sql: { name: 'SQL', load: () => import('shiki/langs/sql.mjs') },
  python: { name: 'Python', load: () => import('shiki/langs/python.mjs') },
  go: { name: 'Go', load: () => import('shiki/langs/go.mjs') },
  ruby: { name: 'Ruby', load: () => import('shiki/langs/ruby.mjs') },
  json: { name: 'JSON', load: () => import('shiki/langs/json.mjs') },
  yaml: { name: 'YAML', load: () => import('shiki/langs/yaml.mjs') },
  hcl: { name: 'HCL', load: () => import('shiki/langs/hcl.mjs') },
  bash: { name: 'Shell', load: () => import('shiki/langs/bash.mjs') },
  lua: { name: 'Lua', load: () => import('shiki/langs/lua.mjs') },
  http: { name: 'HTTP', load: () => import('shiki/langs/http.mjs') },
  css: { name: 'CSS', load: () => import('shiki/langs/css.mjs') },
  html: { name: 'HTML', load: () => import('shiki/langs/html.mjs') },
  dockerfile: { name: 'Dockerfile', load: () => import('shiki/langs/dockerfile.mjs') },
  text: { name: 'Text', load: undefined },
} as const

/** What other sites call the same languages: a name to suggest, not one to accept. */
export const otherNames: Readonly<Record<string, keyof typeof languages>> = {
  typescript: 'ts',
  javascript: 'js',
  jsx: 'tsx',
  node: 'js',
  py: 'python',
  rb: 'ruby',
  golang: 'go',
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  console: 'bash',
  yml: 'yaml',
  postgres: 'sql',
  postgresql: 'sql',
  plpgsql: 'sql',
  terraform: 'hcl',
  docker: 'dockerfile',
  plaintext: 'text',
  txt: 'text',
}

export type Language = keyof typeof languages

export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name)
