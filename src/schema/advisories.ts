import { ADVISORIES } from './data/advisories.ts'
import { compareVersions, versionNumbers } from './version.ts'
import type { Release } from './schema.ts'

export type AdvisorySeverity = 'critical' | 'high' | 'medium' | 'low' | 'unrated'

/** From `introduced` on, until `fixed`, which is not affected any more. */
export interface VersionRange {
  readonly introduced: string
  readonly fixed: string
}

/** What closes the way without an upgrade: rules in every ACL that strangers can use, a directive's line, or something around the server. */
export type Closure =
  | { readonly kind: 'acl'; readonly rules: string }
  | { readonly kind: 'directive'; readonly line: string }
  | { readonly kind: 'outside'; readonly what: string }

/** A known flaw of releases. */
export interface Advisory {
  /** `CVE-2025-49844`, or `redis#15478` where there is no number but a pull request. */
  readonly id: string
  /** What goes wrong, as the end of a message. */
  readonly title: string
  readonly severity: AdvisorySeverity
  /** Commands or `@categories` of which somebody must be able to run one; empty: running commands is not what it takes. */
  readonly commands: readonly string[]
  /** Connecting is enough, before any login. */
  readonly beforeLogin: boolean
  /** Each of these closes or narrows the way by itself; empty: only an upgrade helps. */
  readonly closedBy: readonly Closure[]
  /** Of the server of the release that was asked about. */
  readonly affected: readonly VersionRange[]
  readonly reference: string
}

/**
 * Advisories that hit a release. Where a patch was asked for (`redis@7.2.5`), those of that patch; where only a
 * series was (`redis@7.2`), those that no patch of the series mends.
 *
 * A distribution may mend a flaw and keep the upstream number (Debian's 7.0.15-1~deb12u10), which no number tells.
 *
 * @example advisoriesFor(release).filter(({ commands }) => commands.includes('@scripting'))
 */
export function advisoriesFor(release: Release): readonly Advisory[] {
  return advisories(release.server).filter(({ affected }) => affected.some((range) => hits(range, release)))
}

/** Within one range? Where no patch was asked for, the range must reach beyond the last patch of the series. */
function hits({ introduced, fixed }: VersionRange, { version, exact }: Release): boolean {
  const [major = 0, minor = LAST, patch = LAST] = versionNumbers(version)
  const asked = [major, minor, exact ? patch : LAST]
  return compareVersions(versionNumbers(introduced), asked) <= 0 && compareVersions(asked, versionNumbers(fixed)) < 0
}
/** After every number that a version has. */
const LAST = 9999

/** How a flaw is reached, and what closes that way. */
const WAYS: Readonly<Record<string, Pick<Advisory, 'commands' | 'closedBy'> & { beforeLogin?: true }>> = {
  none: { commands: [], closedBy: [] },
  commands: { commands: [], closedBy: [] },
  client: { commands: [], closedBy: [] },
  scripting: { commands: ['@scripting'], closedBy: [acl('-@scripting')] },
  replicascript: { commands: ['@scripting'], closedBy: [acl('-@scripting'), directive('replica-read-only yes')] },
  restore: { commands: ['restore', 'restore-asking'], closedBy: [acl('-restore -restore-asking')] },
  setuser: { commands: ['acl|setuser'], closedBy: [acl('-acl|setuser')] },
  limits: { commands: ['config|set'], closedBy: [acl('-config|set')] },
  hyperloglog: { commands: ['@hyperloglog'], closedBy: [acl('-@hyperloglog')] },
  streams: { commands: ['@stream'], closedBy: [acl('-@stream')] },
  bits: { commands: ['@bitmap'], closedBy: [acl('-@bitmap')] },
  stralgo: { commands: ['stralgo'], closedBy: [acl('-stralgo')] },
  xackdel: { commands: ['xackdel'], closedBy: [acl('-xackdel')] },
  blocking: { commands: ['@blocking'], closedBy: [acl('-@blocking')] },
  clientkill: { commands: ['client|kill'], closedBy: [acl('-client|kill')] },
  getkeys: { commands: ['command|getkeys', 'command|getkeysandflags'], closedBy: [acl('-command')] },
  sortro: { commands: ['sort_ro'], closedBy: [acl('-sort_ro')] },
  aclkeys: { commands: ['sort', 'georadius', 'georadiusbymember', 'xread', 'xreadgroup'], closedBy: [acl('-sort -georadius -georadiusbymember -xread -xreadgroup')] },
  patterns: { commands: ['keys', 'scan', 'psubscribe'], closedBy: [acl('-keys -scan -psubscribe')] },
  preauth: { commands: [], beforeLogin: true, closedBy: [directive('tls-auth-clients yes'), outside('a firewall')] },
  output: {
    commands: [],
    beforeLogin: true,
    closedBy: [directive('client-output-buffer-limit normal 256mb 64mb 60'), directive('tls-auth-clients yes'), outside('a firewall')],
  },
  bus: { commands: [], beforeLogin: true, closedBy: [directive('tls-cluster yes'), outside('a firewall before the cluster bus port')] },
  replication: { commands: ['psync', 'sync'], closedBy: [acl('-psync -sync')] },
  socket: { commands: [], closedBy: [outside('a folder with mode 0700 around the socket')] },
}

function acl(rules: string): Closure {
  return { kind: 'acl', rules }
}
function directive(line: string): Closure {
  return { kind: 'directive', line }
}
function outside(what: string): Closure {
  return { kind: 'outside', what }
}

const tables = new Map<Release['server'], readonly Advisory[]>()

function advisories(server: Release['server']): readonly Advisory[] {
  const known = tables.get(server)
  if (known !== undefined) return known
  const table = ADVISORIES.trim().split('\n').map((line) => advisory(line, server))
  tables.set(server, table)
  return table
}

function advisory(line: string, server: Release['server']): Advisory {
  const [head = '', redis = '', valkey = '', title = ''] = line.split('|').map((part) => part.trim())
  const [id = '', severity = '', way = ''] = head.split(' ')
  const reached = WAYS[way]
  if (reached === undefined) throw new Error(`unreachable: ${id} has no way ${way}`)
  return {
    id,
    title,
    severity: severity as AdvisorySeverity,
    commands: reached.commands,
    beforeLogin: reached.beforeLogin ?? false,
    closedBy: reached.closedBy,
    affected: (server === 'redis' ? redis : valkey).split(' ').slice(1).map(versionRange),
    reference: referenceOf(id),
  }
}

function versionRange(text: string): VersionRange {
  const [introduced = '', fixed = ''] = text.split('-')
  return { introduced, fixed }
}

function referenceOf(id: string): string {
  const [project = '', pull] = id.split('#')
  return pull === undefined ? `https://www.cve.org/CVERecord?id=${id}` : `https://github.com/${project}/${project}/pull/${pull}`
}
