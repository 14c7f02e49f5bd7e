import type { ComponentProps } from 'react'

type HeadingProps = ComponentProps<'h2'> & { as: 'h2' | 'h3' | 'h4' }

/** A heading is the link to itself, so that a passage can be sent to somebody. */
export function Heading({ as: Tag, id, children, className, ...rest }: HeadingProps) {
  // The heading above the footnotes is made by the Markdown, and is no place to link to.
  if (id === 'footnote-label') return <Tag id={id}>{children}</Tag>
  return (
    <Tag id={id} className={className} {...rest}>
      {id ? (
        <a className="to-itself" href={`#${id}`}>
          {children}
        </a>
      ) : (
        children
      )}
    </Tag>
  )
}

type LinkProps = ComponentProps<'a'> & { 'data-footnote-backref'?: unknown }

/** The way back from a footnote is a drawn arrow: the text faces have none. */
export function FootnoteLink({ children, ...props }: LinkProps) {
  if (!('data-footnote-backref' in props)) return <a {...props}>{children}</a>
  return (
    <a {...props} className="footnote-back">
      <svg viewBox="0 0 14 10" width="14" height="10" aria-hidden="true">
        <path d="M13 .5V6H1.6M5.4 2.2 1.4 6l4 3.8" />
      </svg>
    </a>
  )
}
