import type { AclRule } from '../../parser/acl-tree.ts'
import type { CommandFacts } from '../../schema/schema.ts'
import type { Because, Verdict } from '../server-model.ts'
import { covers } from './command-grant.ts'
import { commandOf, type Argv } from './command-line.ts'
import type { AclWorld, LoadedUser } from './loaded-user.ts'
import { mayRun, needsNoGrant, obstacleFor, type Call, type Obstacle } from './permission.ts'
import type { Selector } from './selector.ts'
import type { UserState } from './user-state.ts'

/** May the user run this command line, and which rule decides? The user's own rules are asked first, then each selector. */
export function verdictOn(user: LoadedUser, state: UserState, argv: Argv, { terms, databases }: AclWorld): Verdict {
  const command = commandOf(argv, terms.space.table)
  if (command === null) return refused(byDefault(`this server has no ${nameOf(argv)}`))
  const { facts } = command
  if (command.argc === 'wrong') return refused(byDefault(`${shown(facts)} takes ${argumentsOf(facts)}`))
  const call: Call = { facts, argv, terms, databases }
  let nearest: { selector: Selector, obstacle: Obstacle } | null = null
  for (const selector of [state.root, ...state.selectors.map((each) => each.selector)]) {
    const obstacle = obstacleFor(selector, call)
    if (obstacle === null) return { allowed: true, because: grantedBy(user, selector, call) }
    if (nearest === null || DEPTH[obstacle.kind] > DEPTH[nearest.obstacle.kind]) nearest = { selector, obstacle }
  }
  return refused(nearest === null ? byDefault('the user has no rules') : refusedBy(user, nearest.selector, nearest.obstacle, call))
}

/** As {@link verdictOn}, for the command alone, whatever keys and channels it would be called with. */
export function verdictOnCommand(user: LoadedUser, state: UserState, argv: Argv, { terms, databases }: AclWorld): Verdict {
  const command = commandOf(argv, terms.space.table)
  if (command === null) return refused(byDefault(`this server has no ${nameOf(argv)}`))
  const { facts } = command
  const call: Call = { facts, argv, terms, databases }
  const selectors = [state.root, ...state.selectors.map((each) => each.selector)]
  const granting = selectors.find((selector) => needsNoGrant(facts, terms) || mayRun(selector, facts, argv[1]))
  return granting === undefined ? refused(refusedBy(user, state.root, { kind: 'command' }, call)) : { allowed: true, because: grantedBy(user, granting, call) }
}

/** How far a selector went along before it refused. */
const DEPTH: Readonly<Record<Obstacle['kind'], number>> = { command: 0, key: 1, channel: 2, database: 3 }

const refused = (because: Because): Verdict => ({ allowed: false, because })
const byDefault = (what: string): Because => ({ kind: 'default', what })

function grantedBy(user: LoadedUser, selector: Selector, { facts, argv, terms }: Call): Because {
  if (needsNoGrant(facts, terms)) return byDefault(`${shown(facts)} is answered before a login`)
  const rule = lastAbout(selector, facts, argv[1])
  return rule === null ? said(user, `${user.name} may run every command`) : ruleOf(user, rule)
}

function refusedBy(user: LoadedUser, selector: Selector, obstacle: Obstacle, { facts, argv }: Call): Because {
  switch (obstacle.kind) {
    case 'command': {
      const rule = lastAbout(selector, facts, argv[1])
      return rule === null ? said(user, `no rule of ${user.name} grants ${shown(facts)}`) : ruleOf(user, rule)
    }
    case 'key':
      return said(user, `no key pattern of ${user.name} lets it ${obstacle.access ?? 'touch'} \`${obstacle.key}\``)
    case 'channel':
      return said(user, `no channel pattern of ${user.name} covers \`${obstacle.channel}\``)
    case 'database':
      return said(user, `database ${obstacle.database} is not granted to ${user.name}`)
  }
}

/** The last rule that says something about the command: it decides. */
export function lastAbout(selector: Selector, facts: CommandFacts, firstArg: string | undefined): AclRule | null {
  const { space } = selector.grant
  const index = space.indexOf(facts.name)
  return index === undefined ? null
    : selector.commandRules.findLast(({ stands }) => covers(stands, index, firstArg, space))?.rule ?? null
}

const ruleOf = ({ declaredAt }: LoadedUser, rule: AclRule): Because =>
  declaredAt === null ? byDefault('the default user as it comes') : { kind: 'rule', rule, at: { path: declaredAt.path, span: rule.span } }

function said(user: LoadedUser, what: string): Because {
  return user.declaredAt === null ? byDefault(what) : { kind: 'declaration', user: user.name, at: user.declaredAt, what }
}

const shown = ({ name }: CommandFacts): string => name.replace('|', ' ').toUpperCase()
const nameOf = (argv: Argv): string => argv.slice(0, 2).join(' ').toUpperCase()

function argumentsOf({ name, arity }: CommandFacts): string {
  const count = Math.abs(arity) - name.split('|').length
  return `${arity < 0 ? 'at least ' : ''}${count} argument${count === 1 ? '' : 's'}`
}
