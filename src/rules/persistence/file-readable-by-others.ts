import type { AclLine } from '../../parser/acl-tree.ts'
import type { ConfLine } from '../../parser/conf-tree.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

const OTHERS_MAY_READ = 0o004
const SECRETS: ReadonlySet<string> = new Set(['requirepass', 'masterauth', 'primaryauth', 'tls-key-file-pass', 'tls-client-key-file-pass'])

export const fileReadableByOthers: Rule = {
  meta: {
    id: 'file-readable-by-others',
    summary: 'every user of this machine may read a file with a password in it',
    category: 'persistence',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'none',
    why: `Passwords stand in the file as they are typed. Whoever has any account on the machine, or finds a hole in any service on it that lets
him read files, has them; so do backups and images made of it. The rule looks at files with plaintext passwords only, and only where the
linter runs on the machine that holds them.`,
    fixing: 'Run `chmod 640` on the file and make root its owner and the server\'s group its group. The linter changes no rights by itself.',
    bad: 'requirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    good: 'user default on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* +@all\n',
    references: ['CWE-732', 'CWE-256'],
  },

  *check({ project }: RuleContext): Iterable<Finding> {
    const { confs, acls, printed, statuses } = project
    for (const [absolute, path] of printed) {
      const mode = statuses.get(absolute)?.mode ?? 0
      const holdsPassword = confs.get(path)?.lines.some(isSecretLine) ?? hasPlainPassword(acls.get(path)?.lines() ?? [])
      if ((mode & OTHERS_MAY_READ) === 0 || !holdsPassword) continue
      yield {
        at: { path, span: { start: 0, end: 0 } },
        message: `the file holds a plaintext password, and mode ${(mode & 0o777).toString(8).padStart(4, '0')} lets every user of this machine read it`,
        advice: 'Run `chmod 640` on it, with the group of the server as its group',
      }
    }
  },
}

function isSecretLine(line: ConfLine): boolean {
  if (line.kind !== 'directive') return false
  const name = line.name.value.toLowerCase()
  if (name === 'user') return line.args.slice(1).some(({ value }) => value.startsWith('>'))
  if (name === 'sentinel') return /^(?:auth-pass|sentinel-pass)$/i.test(line.args[0]?.value ?? '')
  return SECRETS.has(name) && line.args.some(({ value }) => value !== '')
}

function hasPlainPassword(lines: Iterable<AclLine>): boolean {
  for (const line of lines) {
    if (line.kind === 'user' && line.words.some(({ value }) => value.startsWith('>'))) return true
  }
  return false
}
