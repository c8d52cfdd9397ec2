import type { AclDocument } from '../../parser/acl-tree.ts'
import type { Project } from '../../model/project.ts'
import type { StartProblem } from '../../model/server-model.ts'
import type { Finding, Fix, RuleContext, TextEdit } from '../rule.ts'

/** Two blanks behind `user` make the name empty, and the name the first rule. */
export function isNameless({ path, line }: Pick<StartProblem, 'path' | 'line'>, { acls }: Project): boolean {
  const node = acls.get(path)?.line(line)
  return node?.kind === 'user' && node.name.value === ''
}

export function* namelessUsers(document: AclDocument, { server, project }: RuleContext): Iterable<Finding> {
  const lines = new Set(server.problems.filter((problem) => problem.path === document.file.path && isNameless(problem, project)).map(({ line }) => line))
  for (const number of lines) {
    const { span } = document.line(number)
    const blanks = /^user( +)/.exec(document.file.text.slice(span.start, span.end))?.[1] ?? ''
    const at = { path: document.file.path, span: { start: span.start + 4, end: span.start + 4 + blanks.length } }
    yield {
      at,
      message: 'each blank ends a word in an ACL file: with two behind `user` the name is empty, and the server does not start with what follows',
      fix: mending({ ...at, newText: ' ' }),
    }
  }
}

/** The repair of a line of an ACL file whose words are right and badly parted. */
export const mending = (edit: TextEdit): Fix =>
  ({ title: 'Write the line as ACL files have it', kind: 'repair', consequence: 'The server reads the line.', edits: [edit] })
