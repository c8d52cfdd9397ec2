/** Text that is HTML already. Everything else is escaped where it enters. */
export interface Markup {
  readonly html: string
}

type Content = Markup | string | number | null | readonly Content[]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

function render(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'object') return 'html' in content ? content.html : content.map(render).join('')
  return escaped(String(content))
}

/**
 * HTML with values put in escaped; what is {@link Markup} goes in as it is.
 *
 * @example html`<p>${'a < b'}</p>`.html // '<p>a &lt; b</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { html: strings.map((string, i) => string + (i < values.length ? render(values[i] ?? null) : '')).join('') }
}
