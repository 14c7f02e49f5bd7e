import 'react'

type CustomElement = React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement>

/** The custom elements of this folder, as JSX knows them. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': CustomElement
      'current-section': CustomElement
      'nearest-page': CustomElement
      'copy-text': CustomElement & { 'data-text': string }
      'site-search': CustomElement
    }
  }
}
