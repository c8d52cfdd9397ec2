import { printable } from '../../fixer/printable.ts'
import { isSensitive, MASK } from '../../fixer/secrets.ts'
import type { SettingChange } from '../../model/migration.ts'
import type { DirectiveUse } from '../../model/project.ts'
import type { Origin, Reach } from '../../model/server-model.ts'
import { placeOf } from '../concise.ts'
import { plural } from '../counts.ts'
import { block, type Framing, type Page } from '../pretty.ts'
import { withoutSecrets } from '../setting-text.ts'
import { verdict } from '../start/pretty.ts'
import { userName } from '../user-name.ts'
import { isBroken, type Migrated } from './migrated.ts'

/** What breaks first, what only moves last; nothing of what stays. */
export function prettyMigration(migrated: Migrated, page: Page): string {
  const { changes } = migrated
  const { palette } = page
  const sections = [
    refusedSection(migrated, page),
    section('misread until now, and refused', misreadLines(migrated), page),
    section('changes meaning', changes.meanings.map((change) => settingLine(change, migrated)), page),
    section('who gets in', changes.reach.map(({ origin, before, after }) => `${FROM[origin]}: ${REACH[before]} → ${REACH[after]}`), page),
    section('users', changes.users.map(({ name, before, after }) => `${userName(name)}: ${printable(before)} → ${printable(after)}`), page),
    section('renamed, and still taken', changes.renamed.map(({ use, to }) => `${place(use)}  ${printable(use.node.name.value)} → ${to}`), page),
    section('ignored from now on', changes.ignored.map((use) => `${place(use)}  ${printable(use.node.name.value)}`), page),
    section('other defaults', changes.defaults.map((change) => settingLine(change, migrated)), page),
  ].filter((text) => text !== '')
  const ids = `${migrated.from.project.schema.release.id} → ${migrated.to.project.schema.release.id}`
  const head = `${palette.bold(placeOf(migrated.to.project.entry))}: ${ids}\n`
  return [head, ...sections, summary(migrated, page)].join('\n')
}

function section(title: string, lines: readonly string[], { palette }: Page): string {
  return lines.length === 0 ? '' : `${palette.bold(title)}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function refusedSection({ refusals, to }: Migrated, page: Page): string {
  if (refusals.length === 0) return ''
  const report: Framing = { servers: [{ project: to.project, targetFrom: 'option' }], given: [], showSecrets: false }
  const blocks = refusals
    .filter(({ diagnostic }, i) => diagnostic === null || refusals.findIndex((other) => other.diagnostic === diagnostic) === i)
    .map((refusal) => (refusal.diagnostic === null ? [`  it ${verdict(refusal, to.project.entry)}`] : block(refusal.diagnostic, report, page)))
  return `${page.palette.bold('refused')}\n${blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')}`
}

/** A line that the old release read in its own way may never have done what it says: mending it changes the server. */
function misreadLines({ from, changes }: Migrated): readonly string[] {
  return from.server.misreads
    .filter(({ use, takenAs }) => takenAs !== null && changes.refused.some(({ path, span }) => path === use.path && span.start >= use.node.span.start && span.end <= use.node.span.end))
    .map(({ use, takenAs }) => `${place(use)}  ${use.node.name.value}: read as ${takenAs === '' ? '""' : printable(withoutSecrets(takenAs ?? '', [use], from.project))} by ${from.project.schema.release.id}`)
}

const place = ({ path, node }: DirectiveUse): string => `${placeOf(path)}:${node.number}`

function settingLine({ name, before, after, by }: SettingChange, { to }: Migrated): string {
  const isSecret = isSensitive(name, to.project.schema.directive(name)?.flags ?? [])
  const text = (value: string): string => (value === '' ? '""' : isSecret ? MASK : printable(withoutSecrets(value, by, to.project)))
  const last = by.at(-1)
  return `${last === undefined ? '' : `${place(last)}  `}${name}: ${text(before)} → ${text(after)}`
}

const FROM: Readonly<Record<Origin, string>> = {
  unix: 'over the socket', loopback4: 'from this machine, over IPv4', 'loopback4-other': 'from this machine, over 127.0.0.2', loopback6: 'from this machine, over IPv6',
  network4: 'from the network, over IPv4', network6: 'from the network, over IPv6',
}

const REACH: Readonly<Record<Reach, string>> = {
  unreachable: 'nobody listens', denied: 'turned away by protected mode', noauth: 'a login is asked for', open: 'let in without a password',
}

function summary({ changes, fixable, ...rest }: Migrated, { palette }: Page): string {
  const migrated = { changes, fixable, ...rest }
  const counts = [
    changes.refused.length > 0 ? `${changes.refused.length} refused` : '',
    changes.meanings.length > 0 ? `${changes.meanings.length} with another meaning` : '',
    changes.defaults.length > 0 ? plural(changes.defaults.length, 'other default') : '',
  ].filter((count) => count !== '').join(', ')
  const result = isBroken(migrated) ? counts : `nothing breaks${counts === '' ? '' : `; ${counts}`}`
  const fixes = fixable.length === 0 ? '' : `; ${plural(fixable.length, 'fix')} with --fix, shown with --diff`
  return `${palette.bold(`${result === '' ? 'other people get in' : result}${fixes}`)}\n`
}
