import type { LoadedUser } from '../../model/acl/index.ts'
import { commandOf, type Argv } from '../../model/acl/command-line.ts'
import { decodeForDisplay } from '../../parser/display.ts'
import type { Project } from '../../model/project.ts'
import type { Because, Verdict } from '../../model/server-model.ts'
import { placeOf as shownPath } from '../concise.ts'
import { userName } from '../user-name.ts'
import { placeOf } from './account.ts'

/** Yes or no, and why. */
export interface Answer {
  readonly user: string
  readonly allowed: boolean
  /** The rule that decided, or what is lacking. */
  readonly because: string
  /** `users.acl:3`; null where no line decides. */
  readonly at: string | null
  /** Nobody can log in as the user. */
  readonly locked: boolean
}

export function answerOf(user: LoadedUser, argv: Argv, project: Project): Answer {
  const { allowed, because } = verdictOf(user, argv)
  const { text, at } = told(because, project)
  return { user: userName(user.name), allowed, because: text, at, locked: !user.enabled || user.auth === 'none' }
}

/** With fewer words than the command takes, the question is about the command. */
function verdictOf(user: LoadedUser, argv: Argv): Verdict {
  const command = commandOf(argv, user.terms.space.table)
  return command?.argc === 'wrong' && isBare(command.facts.name, argv) ? user.canRun(argv) : user.can(argv)
}

const isBare = (name: string, argv: Argv): boolean => argv.length <= name.split('|').length

function told(because: Because, project: Project): { text: string, at: string | null } {
  switch (because.kind) {
    case 'rule':
      return { text: decodeForDisplay(because.rule.text), at: placeOf(because.at, project) }
    case 'declaration':
      return { text: decodeForDisplay(because.what ?? `the rules of ${because.user}`), at: placeOf(because.at, project) }
    case 'directive':
      return { text: decodeForDisplay(because.use.node.name.value), at: `${shownPath(because.use.path)}:${because.use.line}` }
    case 'default':
      return { text: decodeForDisplay(because.what), at: null }
  }
}

/** `yes  +@read  users.acl:3` */
export function printAnswer({ allowed, because, at, locked, user }: Answer): string {
  const note = allowed && locked ? `\n     but nobody can log in as ${user}` : ''
  return `${allowed ? 'yes' : 'no '}  ${because}${at === null ? '' : `  (${at})`}${note}\n`
}
