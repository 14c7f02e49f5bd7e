import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pictureFiles } from '@/lib/content/pictures'
import { attribute, type Element, elements } from '@/lib/publish/html'
import { basePath, builtPages } from './site'

const folder = join(process.cwd(), 'out', 'pictures')
const printed = [...builtPages().values()].flatMap((page) =>
  page.elements.filter((it) => it.tagName === 'img').map((img) => ({ page, img })),
)
const nameOf = (address: string) => address.slice(`${basePath}/pictures/`.length)

const sourcesOf = (picture: Element) =>
  elements(picture)
    .filter((it) => it.tagName === 'source')
    .flatMap((it) => (attribute(it, 'srcset') ?? '').split(', ').map((candidate) => candidate.split(' ') as [string, string]))

describe('pictures', () => {
  test('have a text, and a size that keeps their place until they arrive', () => {
    const faults = printed.flatMap(({ page, img }) =>
      ['alt', 'width', 'height'].filter((name) => !attribute(img, name)).map((name) => `${page.path} lacks ${name}`),
    )
    expect(faults).toEqual([])
  })

  test('are there in every form that a page offers, each as wide as it says', async () => {
    const offered = [...builtPages().values()]
      .flatMap((page) => page.elements.filter((it) => it.tagName === 'picture'))
      .flatMap(sourcesOf)
    const faults: string[] = []
    for (const [address, width] of new Map(offered)) {
      const file = join(folder, nameOf(address))
      const found = existsSync(file) ? await sharp(file).metadata() : undefined
      if (`${found?.width ?? 0}w` !== width) faults.push(`${address} is ${found?.width ?? 'missing'}, not ${width}`)
    }
    expect(faults).toEqual([])
    for (const { img } of printed) expect(existsSync(join(folder, nameOf(attribute(img, 'src') ?? '')))).toBe(true)
  })

  test('are those of what is published, and no others', async () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((it) => !/\.(?:br|gz)$/.test(it)) : []
    expect(files.toSorted()).toEqual((await pictureFiles()).toSorted())
  })
})
