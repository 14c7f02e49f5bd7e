/** One source for every colour, face and measure: Tailwind, social images, charts and the contrast tests read it here. */

export type Tone = { readonly paper: string; readonly ink: string }

/** `paper` is the light theme, `ink` the dark one. Hex, because images and PDFs need it too. */
export const colours = {
  paper: { paper: '#f6f3eb', ink: '#091421' },
  sheet: { paper: '#fbfaf5', ink: '#060e1a' },
  wash: { paper: '#ece8de', ink: '#121e2d' },
  ink: { paper: '#142130', ink: '#eae6dd' },
  'ink-2': { paper: '#3c4958', ink: '#b3c0c7' },
  'ink-3': { paper: '#55626f', ink: '#8c9ba6' },
  line: { paper: '#142130', ink: '#aebdc5' },
  annot: { paper: '#195a73', ink: '#7ac1d2' },
  rule: { paper: '#c4d4d8', ink: '#273442' },
  'rule-2': { paper: '#778d98', ink: '#566879' },
  margin: { paper: '#e09d9a', ink: '#7a4842' },
  marker: { paper: '#fae141', ink: '#ebc843' },
  'on-marker': { paper: '#142130', ink: '#0a1421' },
  'marker-edge': { paper: '#142130', ink: '#ebc843' },
  fault: { paper: '#aa1f1f', ink: '#f98473' },
} as const satisfies Record<string, Tone>

export type ColourName = keyof typeof colours

/** Text on its ground: each pair is held to `atLeast` by a test, in both themes. */
export const textPairs: readonly { text: ColourName; ground: ColourName; atLeast: number }[] = [
  { text: 'ink', ground: 'paper', atLeast: 7 },
  { text: 'ink', ground: 'sheet', atLeast: 7 },
  { text: 'ink', ground: 'wash', atLeast: 7 },
  { text: 'ink-2', ground: 'paper', atLeast: 7 },
  { text: 'ink-2', ground: 'sheet', atLeast: 7 },
  { text: 'ink-2', ground: 'wash', atLeast: 4.5 },
  { text: 'ink-3', ground: 'paper', atLeast: 4.5 },
  { text: 'ink-3', ground: 'sheet', atLeast: 4.5 },
  { text: 'annot', ground: 'paper', atLeast: 4.5 },
  { text: 'annot', ground: 'sheet', atLeast: 4.5 },
  { text: 'on-marker', ground: 'marker', atLeast: 7 },
  { text: 'fault', ground: 'paper', atLeast: 4.5 },
  { text: 'fault', ground: 'sheet', atLeast: 4.5 },
]

export const faces = {
  sans: ['Archivo', 'Archivo fallback', 'Helvetica Neue', 'Arial', 'sans-serif'],
  serif: ['STIX Two Text', 'STIX fallback', 'Times New Roman', 'Times', 'serif'],
  mono: ['Sometype Mono', 'ui-monospace', 'SF Mono', 'Menlo', 'Consolas', 'monospace'],
} as const

/** Pixel sizes of the type scale at the root size of 16 px. */
export const sizes = {
  tick: 11,
  note: 13,
  ui: 15,
  prose: 19,
  h3: 20,
  lead: 23,
  h2: 28,
  h1: 44,
  statement: 62,
} as const

export const spaces = [4, 8, 12, 16, 24, 40, 64, 104] as const

export const sheet = { width: 1280, pad: 40, rail: 160, gap: 56, prose: 640, side: 296 } as const
