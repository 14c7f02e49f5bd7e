import { escapeMarkup } from '@/lib/erd/export/escape-markup'

/** Markup that is known to be escaped; plain strings are not. */
export interface Markup {
  readonly html: string
}

/** Escapes every value that is not markup already, so that a comment in SQL can never become an element. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Markup | readonly Markup[])[]): Markup {
  let out = parts[0] ?? ''
  values.forEach((value, position) => {
    out += inserted(value) + (parts[position + 1] ?? '')
  })
  return { html: out }
}

function inserted(value: string | number | Markup | readonly Markup[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeMarkup(String(value))
  return 'html' in value ? value.html : value.map((item) => item.html).join('')
}

export const NOTHING: Markup = { html: '' }

export function tableMarkup(caption: string, headings: readonly string[], rows: readonly Markup[]): Markup {
  if (rows.length === 0) return NOTHING
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`)
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}
