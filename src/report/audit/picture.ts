import { wrap } from '../wrap.ts'
import type { Page } from '../pretty.ts'
import type { Audit, ZoneView } from './audit.ts'
import { HARM, REACH, ZONE, causeText } from './words.ts'

const LABEL = 14

/**
 * Who reaches what, in how many steps, and where it is cut: a line for each place somebody can be.
 * An arrow is a way through, a cross is where it ends.
 */
export function picture(audit: Audit, page: Page): readonly string[] {
  return audit.zones.flatMap((zone) => row(zone, page))
}

function row(zone: ZoneView, page: Page): readonly string[] {
  const { palette, width } = page
  const under = (text: string, style: (text: string) => string): readonly string[] =>
    wrap(text, width - LABEL - 6).map((line) => style(`${' '.repeat(LABEL + 6)}${line}`))
  const harms = zone.ways === 0 ? [] : under(zone.harms.map((harm) => HARM[harm]).join(', '), palette.red)
  return [`  ${palette.bold(ZONE[zone.zone].padEnd(LABEL))}${chainOf(zone, page)}`, ...harms, ...under(causeText(zone.because), palette.dim)]
}

function chainOf({ reach, doors, ways }: ZoneView, { palette }: Page): string {
  const through = palette.red('──▶')
  const cut = palette.green('──✗')
  if (reach === 'unreachable') return `${cut} ${palette.green(REACH[reach])}`
  const door = `${through} ${doors.join(', ')}`
  if (ways === 0) return `${door} ${cut} ${palette.green(REACH[reach])}`
  const gate = reach === 'open' ? palette.red(`──▶ ${REACH.open}`) : palette.yellow(`──▶ ${REACH[reach]}`)
  return `${door} ${gate} ${through} ${palette.red(`${ways} ${ways === 1 ? 'way' : 'ways'}`)}`
}
