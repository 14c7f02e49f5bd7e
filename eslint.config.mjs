import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/**
 * The rooms and their arrows (docs/decisions/0004-rooms.md): each room names what it may import from other rooms.
 * `@/` is the root; a relative path stays inside its own folder.
 */
const rooms = {
  'lib/design': [],
  'lib/simulation': [],
  'lib/reliability': [],
  // How a question is answered from an index: the build writes one, the search page reads it.
  'lib/search': [],
  'lib/lifecycle': ['lib/simulation'],
  'lib/erd': ['lib/simulation'],
  'lib/queue': ['lib/simulation'],
  'lib/topology': ['lib/content/figure'],
  'lib/markdown': [],
  // What an instrument's data may say is known to its model. A figure and a schema are content: lib/content reads them,
  // and the room that draws them draws; results are kept by content.
  'lib/content': ['lib/markdown', 'lib/topology', 'lib/reliability', 'lib/lifecycle', 'lib/queue', 'lib/erd'],
  'lib/publish': ['lib/'],
  'lib/cli': ['lib/'],
  components: [
    'lib/content',
    'lib/topology',
    'lib/lifecycle',
    'lib/erd',
    'lib/queue',
    'lib/reliability',
    'lib/search',
    'lib/design',
    'lib/simulation',
    'lib/cli/preview-channel',
  ],
  app: ['components', 'lib/content'],
}

/** Packages that a room may not touch, whoever else may. */
const foreign = {
  'lib/content': ['react', 'react-dom', 'next'],
  'lib/simulation': ['node:', 'react', 'next'],
  'lib/lifecycle': ['node:', 'react', 'next'],
  'lib/queue': ['node:', 'react', 'next'],
  'lib/reliability': ['node:', 'react', 'next'],
  'lib/search': ['node:', 'react', 'next'],
  'lib/erd': ['react', 'next'],
  'lib/topology': ['react', 'next'],
  'lib/design': ['react', 'next'],
  components: ['node:', 'esbuild'],
  app: ['node:', 'esbuild'],
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const roomRule = ([room, allowed]) => {
  const open = [room, ...allowed].map(escape).join('|')
  const patterns = [
    { regex: `^@/(?!(?:${open}))`, message: `${room} may import only: ${[room, ...allowed].join(', ')}.` },
    { regex: '^\\.\\./', message: 'A relative path stays inside its own folder: write @/…' },
    ...(foreign[room] ?? []).map((it) => ({ regex: `^${escape(it)}(?:$|/|(?<=:))`, message: `${room} never touches ${it}.` })),
  ]
  return {
    files: [`${room}/**/*.{ts,tsx,mts}`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', '.build/', '.next/', '.contentlayer/', 'tests/fixtures/', 'next-env.d.ts'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'lib/cli/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      'no-console': 'error',
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXElement[openingElement.name.name="template"][children.length>0]',
          message: "A template's content is no child of it, and React fails to hydrate it: set it by dangerouslySetInnerHTML.",
        },
      ],
    },
  },
  { files: ['bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  ...Object.entries(rooms).map(roomRule),
)
