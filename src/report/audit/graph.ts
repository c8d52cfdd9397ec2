import type { Audit, ZoneView } from './audit.ts'
import { html, type Markup } from './markup.ts'
import { HARM, REACH, ZONE } from './words.ts'

const WIDTH = 340
const ROW = 118
const BOX = { width: 92, height: 36 }
const GAP = 32

/** The picture as SVG, narrow enough for a telephone: a row for each place, boxes from reach to harm, a cross where it ends. */
export function graph(audit: Audit, id: string): Markup {
  const height = audit.zones.length * ROW
  return html`<svg class="graph" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">Who reaches what</title>
<desc id="${id}-desc">${audit.zones.map((zone) => `${inWords(zone)} `)}</desc>
${audit.zones.map((zone, i) => row(zone, i * ROW))}
</svg>`
}

/** The same for those who do not see it. */
export function inWords({ zone, reach, doors, harms, ways }: ZoneView): string {
  const from = zone === 'network' ? 'From the network' : zone === 'machine' ? 'From this machine' : 'Through the socket file'
  if (reach === 'unreachable') return `${from}: nobody can connect.`
  const through = `${from}: ${doors.join(', ')}, ${REACH[reach]}`
  return ways === 0 ? `${through}; no way further.` : `${through}; then ${harms.map((harm) => HARM[harm]).join(', ')} in ${ways} ways.`
}

function row(zone: ZoneView, top: number): Markup {
  const { reach, doors, ways, harms } = zone
  const y = top + 30
  const first = box(0, y, doors[0] ?? 'no door', reach === 'unreachable' ? 'shut' : 'open')
  const label = html`<text x="0" y="${top + 18}" class="zone">${ZONE[zone.zone]}</text>`
  if (reach === 'unreachable') return html`<g>${label}${first}</g>`
  const isThrough = ways > 0
  const second = html`${arrow(BOX.width, y, true)}${box(BOX.width + GAP, y, GATE[reach] ?? '', reach === 'open' ? 'open' : isThrough ? 'weak' : 'shut')}`
  const third = isThrough ? html`${arrow(2 * BOX.width + GAP, y, true)}${box(2 * (BOX.width + GAP), y, ways === 1 ? '1 way' : `${ways} ways`, 'open')}` : arrow(2 * BOX.width + GAP, y, false)
  const words = lines(harms.map((harm) => HARM[harm]).join(', '), 48)
  return html`<g>${label}${first}${second}${third}${words.map((line, i) => html`<text x="0" y="${y + BOX.height + 18 + i * 15}" class="harms">${line}</text>`)}</g>`
}

const GATE: Readonly<Record<string, string>> = { denied: 'turned away', noauth: 'must log in', open: 'no password' }

function box(x: number, y: number, text: string, state: 'open' | 'weak' | 'shut'): Markup {
  return html`<rect x="${x + 1}" y="${y}" width="${BOX.width - 2}" height="${BOX.height}" rx="6" class="${state}"/><text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 4}" text-anchor="middle" class="box">${text}</text>`
}

function arrow(x: number, y: number, isOpen: boolean): Markup {
  const middle = y + BOX.height / 2
  const line = html`<path d="M${x + 3} ${middle}h${GAP - 8}" class="${isOpen ? 'way' : 'cut'}"/>`
  return isOpen
    ? html`${line}<path d="M${x + GAP - 10} ${middle - 5}l6 5l-6 5" class="way"/>`
    : html`${line}<path d="M${x + GAP - 8} ${middle - 7}l14 14m0 -14l-14 14" class="cut"/>`
}

/** SVG text does not wrap by itself. */
function lines(text: string, width: number): readonly string[] {
  const found = ['']
  for (const word of text.split(' ')) {
    const last = found[found.length - 1] ?? ''
    if (last.length + word.length >= width) found.push(word)
    else found[found.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return found
}
