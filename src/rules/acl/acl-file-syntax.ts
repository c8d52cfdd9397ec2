import type { AclDocument, AclStrayLine, AclUserNode } from '../../parser/acl-tree.ts'
import type { Location } from '../../parser/source-file.ts'
import type { Project } from '../../model/project.ts'
import { removeSpan } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext, TextEdit } from '../rule.ts'
import { isNameless, mending, namelessUsers } from './nameless-users.ts'
import { isKnownElsewhere, refusedRules } from './refused-rules.ts'

export const aclFileSyntax: Rule = {
  meta: {
    id: 'acl-file-syntax',
    summary: 'a line of users is not written as the server reads it',
    category: 'acl',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'repair',
    why: `An ACL file looks like redis.conf and is read by another, stricter program: no comments, no quotes, no tabs between words, \`user\` in lower
case with exactly one blank behind it. One bad line and the server does not start, or \`ACL LOAD\` changes nothing.

Quotes are worse than refused: \`user "app"\` makes a user whose name has quotes in it.`,
    fixing: `Comments are removed, as \`ACL SAVE\` would; keep what they say elsewhere. Tabs and double blanks become one blank, \`USER\` becomes \`user\`,
quotes around a name go. What a refused rule was meant to say no program knows.`,
    bad: 'user default off\n# the application\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    good: 'user app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\nuser default off\n',
    references: ['CWE-1164', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const document of context.project.acls.values()) yield* inFile(document, context)
    for (const { at, line, reason, knownSince } of refusedRules(context)) {
      if (isNameless({ path: at.path, line }, context.project)) continue
      if (isKnownElsewhere(reason, knownSince) || reason.includes('Unknown command or category')) continue
      yield { at, message: `the server does not start: ${lowered(reason)}`, advice: 'Correct the rule, or remove it' }
    }
  },
}

const lowered = (text: string): string => text.replace(/^Error in user declaration '[^']*': /, '').replace(/^Error loading ACL rule '.*' for the user named '.*': /, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** Lines are looked at again only where one is refused, or quotes stand in the file. */
function* inFile(document: AclDocument, context: RuleContext): Iterable<Finding> {
  const { server, project } = context
  const { path, text } = document.file
  yield* namelessUsers(document, context)
  const refused = server.problems.filter((problem) => problem.path === path && problem.code === 'acl-file')
  for (const { line } of refused) {
    const node = document.line(line)
    if (node.kind === 'stray') yield strayLine(node, document, project)
    else if (node.kind === 'user') yield badName(node, path)
  }
  for (let at = text.indexOf('user "'); at >= 0; at = text.indexOf('user "', at + 1)) {
    const end = text.indexOf('" ', at + 6)
    const span = { start: at + 5, end: end + 1 }
    if (end > 0 && !/\s/.test(text.slice(span.start, span.end))) yield quotedName({ path, span }, text)
  }
}

function strayLine({ span, words }: AclStrayLine, { file }: AclDocument, project: Project): Finding {
  const at = { path: file.path, span: { start: words[0]?.span.start ?? span.start, end: words.at(-1)?.span.end ?? span.end } }
  const text = file.text.slice(at.span.start, at.span.end)
  if (text.startsWith('#')) {
    return { at, message: 'an ACL file has no comments: the server does not start with this line', fix: uncommenting(removeSpan(project, file.path, span)) }
  }
  const mended = mendedKeyword(text)
  return {
    at: { path: at.path, span: words[0]?.span ?? at.span },
    message: `${saysWhy(text)}: the server does not start with this line`,
    ...(mended === null ? { advice: 'Write `user NAME RULES…`' } : { fix: mending({ ...at, newText: mended }) }),
  }
}

function saysWhy(text: string): string {
  if (text.startsWith('\xef\xbb\xbf')) return 'a byte order mark stands before `user`'
  if (text.startsWith("user\t")) return 'a tab parts no words in an ACL file'
  return /^user/i.test(text) ? 'each line begins with `user`, in lower case, and a name' : 'each line of an ACL file begins with `user` and a name'
}

/** The same line as it was meant; null: nobody knows. */
function mendedKeyword(text: string): string | null {
  const plain = text.replace(/^\xef\xbb\xbf/, '')
  const [, name, rest = ''] = /^(?:user|usr|uesr|users)[ \t]+([^ \t]+)(.*)$/is.exec(plain) ?? []
  return name === undefined || name.startsWith('#') ? null : `user ${name}${rest.replace(/\t+/g, ' ')}`
}

const uncommenting = (edit: TextEdit): Fix =>
  ({ title: 'Remove the comment', kind: 'repair', consequence: 'What the comment says is lost; the server starts.', edits: [edit] })

const badName = ({ name }: AclUserNode, path: string): Finding =>
  ({ at: { path, span: name.span }, message: 'a user\'s name holds a space: the server does not start with this line', advice: 'Part the words by one blank, not by a tab' })

function quotedName(at: Location, text: string): Finding {
  const bare = text.slice(at.span.start + 1, at.span.end - 1)
  return {
    at,
    severity: 'warning',
    confidence: 'likely',
    message: 'quotes are part of the name in an ACL file: nobody logs in without typing them',
    fix: { title: 'Remove the quotes', kind: 'repair', consequence: 'The user is known by its name without quotes.', edits: [{ ...at, newText: bare }] },
  }
}
