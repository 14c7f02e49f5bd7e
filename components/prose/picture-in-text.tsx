import { FigureCaption } from '@/components/figures/figure-caption'
import { type Picture, pictureOf } from '@/lib/content/pictures'
import type { Written } from './body'

/** Widths at which a picture is printed: components/site/sheet.css, in the words of `sizes`. */
const sizes = {
  prose: 'min(640px, 100vw - 46px)',
  wide: '(min-width: 1280px) 984px, (min-width: 821px) calc(100vw - 216px), calc(100vw - 46px)',
} as const

/** What has more pixels than the column of the text shows, and lies on its side, gets the whole body. */
const widthOf = ({ width, height }: Picture): keyof typeof sizes => (width >= 1280 && width >= height ? 'wide' : 'prose')

const shownAt = { prose: 640, wide: 984 } as const

type PictureInTextProps = { of: Written; src: string; alt: string; title?: string; number: number }

/** `![what it shows](name.png "A caption")`: sized and encoded at build, so that nothing moves when it arrives. */
export async function PictureInText({ of, src, alt, title, number }: PictureInTextProps) {
  const picture = await pictureOf(of.source, src)
  const width = widthOf(picture)
  return (
    <figure className={`figure figure-${width} picture`}>
      <Formats picture={picture} sizes={sizes[width]} alt={alt} />
      {title && (
        <FigureCaption number={number} caption={title}>
          {picture.width > shownAt[width] * 1.2 && (
            <a href={picture.largest}>
              Full size<span className="unseen"> of figure {number}</span>
            </a>
          )}
        </FigureCaption>
      )}
    </figure>
  )
}

function Formats({
  picture: { variants, fallback, width, height },
  sizes,
  alt,
}: {
  picture: Picture
  sizes: string
  alt: string
}) {
  const img = <img src={fallback} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  if (!variants) return img
  return (
    <picture>
      {Object.entries(variants).map(([format, all]) => (
        <source
          key={format}
          type={`image/${format}`}
          srcSet={all.map((it) => `${it.href} ${it.width}w`).join(', ')}
          sizes={sizes}
        />
      ))}
      {img}
    </picture>
  )
}
