import type { AclUser } from '../server-model.ts'
import type { Argv } from '../exposure/permission.ts'
import type { AttackPath } from './attack-path.ts'
import { added, type Change, type Cut } from './change.ts'
import type { AttackFacts } from './foothold.ts'
import { needsOf } from './techniques-here.ts'
import { MAKE_ALL_POWERFUL, type Need } from './techniques.ts'
import { meet } from './walk.ts'
import { userLine, withRules } from './user-changes.ts'

/** So many commands taken away to close one path is not a cut a person would make. */
const MOST_COMMANDS = 8

/** Take commands away: of each technique, the steps that fewest commands can do. */
export function commandChanges(paths: readonly AttackPath[], facts: AttackFacts): Cut[] {
  return paths.flatMap((path) => {
    const needs = needsOf(path.technique, facts).map((need) => commandsOf(need).filter((argv) => isAllowed(argv, path, facts)))
    return needs.flatMap((commands) => (commands.length > MOST_COMMANDS ? [] : withoutCommands(commands, path, facts)))
  })
}

/** What is refused already need not be taken away. Who may make users may do what anybody may. */
function isAllowed(argv: Argv, { origins, user }: AttackPath, facts: AttackFacts): boolean {
  const account = user === null ? null : facts.server.users.get(user) ?? null
  const accounts = account !== null && origins.some((origin) => meet(MAKE_ALL_POWERFUL, { origin, user: account }, facts) !== null) ? [account, null] : [account]
  return origins.some((origin) => accounts.some((each) => meet({ does: '', any: [argv] }, { origin, user: each }, facts) !== null))
}

/** The commands that meet a need, once each: `config|set` rather than two settings of it. */
function commandsOf({ any }: Need): Argv[] {
  const found = new Map<string, Argv>()
  for (const argv of any) found.set(argv[0] === 'config' ? 'config|set' : argv[0] + (SUBCOMMANDED.has(argv[0]) ? `|${argv[1] ?? ''}` : ''), argv)
  return [...found.values()]
}

const SUBCOMMANDED: ReadonlySet<string> = new Set(['acl', 'module', 'script', 'function', 'client', 'sentinel'])

function withoutCommands(commands: readonly Argv[], path: AttackPath, facts: AttackFacts): Cut[] {
  const { project, server } = facts
  const known = commands.filter(([name]) => facts.names.nameOf(name).name !== null)
  if (known.length === 0) return []
  const renames: Change[] = [...new Set(known.map(([name]) => name))].map((name) => renamedAway(name, facts))
  const [first, ...rest] = renames
  const cuts: Cut[] = first === undefined ? [] : [[first, ...rest]]
  if (!project.schema.has('acl') || path.user === null) return cuts
  const user = server.users.get(path.user)
  const change = user === undefined ? null : aclChange(user, [...known, ...MAKE_ALL_POWERFUL.any], path, facts)
  return change === null ? cuts : [[change], ...cuts]
}

const COSTS = 'Whoever runs these commands today gets an error.'

function renamedAway(command: string, { project, server }: AttackFacts): Change {
  const before = server.uses('rename-command').find(({ node }) => node.args[0]?.value.toLowerCase() === command)
  const change = added(`rename-command ${command.toUpperCase()} ""`, project, { consequence: COSTS })
  if (before === undefined) return change
  const last = before.node.args.at(-1) ?? before.node.name
  return { ...change, path: before.path, replaces: { path: before.path, span: { start: before.node.name.span.start, end: last.span.end } } }
}

function aclChange(user: AclUser, commands: readonly Argv[], path: AttackPath, { project, server }: AttackFacts): Change | null {
  const rules = [...new Set(commands.map((argv) => `-${ruleName(argv, project.schema.commands.get(argv.slice(0, 2).join('|')) !== null)}`))]
  if (user.declaredAt !== null) return withRules(user, rules, project, COSTS)
  // A declared default user forgets requirepass, so this is for one that has no password to lose.
  if (path.login !== 'none' || project.acls.size > 0 || server.setting('requirepass')?.value !== '') return null
  const line = userLine('default', 'nopass', project)
  const text = `${line.text} ${rules.join(' ')}`
  return { ...line, text, line: text, consequence: COSTS, live: `ACL SETUSER default ${rules.join(' ')}` }
}

const ruleName = ([command, subcommand]: Argv, isContainer: boolean): string => (isContainer && subcommand !== undefined ? `${command}|${subcommand}` : command)
