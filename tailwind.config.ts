import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { colours, faces, sizes } from './lib/design/tokens'

const rem = (pixels: number) => `${pixels / 16}rem`

const colourVariables = Object.fromEntries(
  Object.entries(colours).map(([name, tone]) => [`--${name}`, `light-dark(${tone.paper}, ${tone.ink})`]),
)
const faceVariables = Object.fromEntries(
  Object.entries(faces).map(([name, list]) => [
    `--${name}`,
    list.map((face) => (face.includes(' ') ? `"${face}"` : face)).join(', '),
  ]),
)
const sizeVariables = Object.fromEntries(Object.entries(sizes).map(([name, pixels]) => [`--t-${name}`, rem(pixels)]))

export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(Object.keys(colours).map((name) => [name, `var(--${name})`])),
    },
    fontFamily: Object.fromEntries(Object.keys(faces).map((name) => [name, `var(--${name})`])),
    fontSize: Object.fromEntries(Object.keys(sizes).map((name) => [name, `var(--t-${name})`])),
    screens: { phone: { max: '51.25em' }, side: '75em' },
    borderRadius: { none: '0' },
    boxShadow: {},
  },
  plugins: [
    plugin((api) => {
      api.addBase({
        ':root': { colorScheme: 'light dark', ...colourVariables, ...faceVariables, ...sizeVariables },
        ':root[data-theme="paper"]': { colorScheme: 'light' },
        ':root[data-theme="ink"]': { colorScheme: 'dark' },
      })
    }),
  ],
} satisfies Omit<Config, 'content'>
