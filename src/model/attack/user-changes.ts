import type { Location } from '../../parser/source-file.ts'
import { splitWords } from '../../parser/index.ts'
import type { Project } from '../project.ts'
import type { AclUser } from '../server-model.ts'
import type { AttackPath } from './attack-path.ts'
import { added, setTo, SOME_PASSWORD, type Change } from './change.ts'
import type { AttackFacts } from './foothold.ts'

/** Give whoever gets in without a real password one: the default user, users that need none, users with a well-known one. */
export function passwordChanges(paths: readonly AttackPath[], facts: AttackFacts): Change[] {
  const names = new Set(paths.filter(({ user, login }) => user !== null && user !== 'default' && login !== 'none').map(({ user }) => user))
  const others = [...names].flatMap((name) => withPassword(name === null ? undefined : facts.server.users.get(name), facts.project))
  return [...defaultPassword(facts), ...others]
}

const LOCKS_OUT = 'Clients must log in; those that do not know the password yet are locked out.'

function defaultPassword({ server, project }: AttackFacts): Change[] {
  if (project.schema.has('acl')) {
    const user = server.users.get('default')
    if (user?.declaredAt) return withPassword(user, project)
    const aclFile = loadedAclFile(project)
    if (aclFile !== null) return [{ ...userLine('default', `>${SOME_PASSWORD}`, project), path: aclFile }]
  }
  const requirepass = server.setting('requirepass')
  return requirepass === null ? [] : [setTo(requirepass, SOME_PASSWORD, project, { consequence: LOCKS_OUT })]
}

/** A server has at most one. */
const loadedAclFile = (project: Project): string | null => [...project.acls.keys()][0] ?? null

/** `user <name> on <auth> …` with every right, as the default user has it. */
export function userLine(name: string, rules: string, project: Project): Change {
  const channels = project.schema.directive('acl-pubsub-default') === null ? '' : ' &*'
  const rights = `on ${rules} ~*${channels} +@all`
  return { ...added(`user ${name} ${rights}`, project, { consequence: LOCKS_OUT }), live: `ACL SETUSER ${name} ${rights}` }
}

function withPassword(user: AclUser | undefined, project: Project): Change[] {
  if (!user?.declaredAt) return []
  return [edited(user.declaredAt, project, (words) => withNewPassword(words), {
    consequence: LOCKS_OUT, live: `ACL SETUSER ${user.name} resetpass >${SOME_PASSWORD}`,
  })]
}

/** Drops what lets people in today, keeps the rest in order. */
const withNewPassword = (words: readonly string[]): string[] =>
  [...words.filter((word) => !/^"?(nopass|>.*|#.*)$/i.test(word)), `>${SOME_PASSWORD}`]

/** The user's line with more rules behind it. */
export function withRules(user: AclUser, rules: readonly string[], project: Project, consequence: string): Change | null {
  if (user.declaredAt === null) return null
  return edited(user.declaredAt, project, (words) => [...words, ...rules], { consequence, live: `ACL SETUSER ${user.name} ${rules.join(' ')}` })
}

function edited(
  at: Location, project: Project, edit: (words: readonly string[]) => readonly string[], said: Pick<Change, 'consequence' | 'live'>,
): Change {
  const file = (project.confs.get(at.path) ?? project.acls.get(at.path))?.file.text ?? ''
  const start = file.lastIndexOf('\n', at.span.start - 1) + 1
  const newline = file.indexOf('\n', at.span.start)
  const line = file.slice(start, newline === -1 ? file.length : newline).trimEnd()
  const indent = line.length - line.trimStart().length
  const [keyword = 'user', user = '', ...rules] = project.acls.has(at.path) ? line.trim().split(/ +/) : rawWords(line, project)
  const words = [keyword, user, ...edit(rules)]
  return {
    ...said, path: at.path, text: words.join(' '), line: words.map(masked).join(' '),
    replaces: { path: at.path, span: { start: start + indent, end: start + line.length } },
  }
}

/** The words as they are written, quotes and all. */
const rawWords = (line: string, { schema }: Project): readonly string[] =>
  splitWords(line, schema.dialect).words.map(({ span }) => line.slice(span.start, span.end))

const masked = (word: string): string => (/^"?[>#<!]/.test(word) && word !== `>${SOME_PASSWORD}` ? `${word.charAt(0)}•••` : word)
