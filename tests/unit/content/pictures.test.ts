import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { describePicture, encodePicture } from '@/lib/content/pictures'

const colour = { r: 20, g: 33, b: 48 }
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()
const widthsOf = async (width: number, height: number) => {
  const { variants } = await describePicture('articles/depth.png', await png(width, height))
  return variants?.avif.map((it) => it.width)
}

describe('a picture', () => {
  it('is offered in the widths that fill a column, and never enlarged', async () => {
    expect(await widthsOf(1000, 500)).toEqual([400, 640, 960, 1000])
    expect(await widthsOf(300, 200)).toEqual([300])
    expect(await widthsOf(4000, 2000)).toEqual([400, 640, 960, 1280, 1968])
  })

  it('says its size, and names files by what is in them', async () => {
    const bytes = await png(800, 500)
    const { width, height, variants, fallback, largest } = await describePicture('articles/depth.png', bytes)
    expect([width, height]).toEqual([800, 500])
    expect(variants?.avif[0]?.href).toMatch(/^\/pictures\/depth-[0-9a-f]{10}-400\.avif$/)
    expect([fallback, largest]).toEqual([variants?.webp.at(-1)?.href, variants?.webp.at(-1)?.href])
    expect(await describePicture('ledgers/depth.png', bytes)).toMatchObject({ fallback })
    expect((await describePicture('articles/depth.png', await png(800, 501))).fallback).not.toBe(fallback)
  })

  it('stands upright where a camera was held on its side, and forgets where that was', async () => {
    const onItsSide = await sharp(await png(600, 400))
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await describePicture('articles/photo.jpg', onItsSide)).toMatchObject({ width: 400, height: 600 })
    const { width, height, exif } = await sharp(await encodePicture(onItsSide, 400, 'webp')).metadata()
    expect([width, height, exif]).toEqual([400, 600, undefined])
  })

  it.each(['avif', 'webp'] as const)('is encoded to the same bytes each time: %s', async (format) => {
    const bytes = await png(900, 300)
    const [one, two] = [await encodePicture(bytes, 640, format), await encodePicture(bytes, 640, format)]
    expect(one.equals(two)).toBe(true)
    expect(await sharp(one).metadata()).toMatchObject({ width: 640, height: 213, format: format === 'avif' ? 'heif' : 'webp' })
  })

  it('is passed on as it is where it is a drawing', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><path d="M0 0h300"/></svg>')
    const { width, height, variants, fallback } = await describePicture('articles/plan.svg', svg)
    expect([width, height, variants]).toEqual([300, 120, undefined])
    expect(fallback).toMatch(/\.svg$/)
  })

  it('that cannot be read is named', async () => {
    await expect(describePicture('articles/torn.png', Buffer.from('not a picture'))).rejects.toThrow(
      'content/articles/torn.png is no picture that can be read',
    )
  })
})
