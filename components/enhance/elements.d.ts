import 'react'

/** The custom elements of this folder, as JSX knows them. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement>
    }
  }
}
