import type { Finding, Rule, RuleContext } from '../rule.ts'
import { quoted } from '../quoted.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'

/** Names that some program takes for its own, and runs or trusts. */
const RISKY: readonly (readonly [RegExp, string])[] = [
  [/^authorized_keys2?$/, 'SSH takes it for a list of keys that may log in'],
  [/^(?:crontab|root|www-data|apache|nginx)$/, 'cron takes it for the table of a user'],
  [/^\.(?:bashrc|profile|bash_profile|bash_login|zshrc|forward|rhosts|pgpass|netrc)$/, 'a shell or a service takes it for its own'],
  [/\.(?:so|ko|dll|dylib)(?:\.\d+)*$/, 'it can be loaded as a module'],
  [/\.(?:php\d?|phtml|jspx?|aspx?|cgi|war|html?|js)$/, 'a web server runs it or hands it out'],
  [/\.(?:sh|py|pl|rb|bash|service|timer|conf|cfg|ini)$/, 'it is run, or read as settings'],
]

/** What some program does with a file of this name; null: nothing. */
export const riskOfName = (name: string): string | null => RISKY.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? null

export const riskyDumpName: Rule = {
  meta: {
    id: 'risky-dump-name',
    summary: 'the snapshot has the name of something that is run or trusted',
    category: 'persistence',
    severity: 'error',
    preset: 'recommended',
    fix: 'hardening',
    why: `A snapshot holds what clients stored, and most programs skip the binary around it: SSH finds the one line that is a key, cron the one that is a
job, PHP the one that is code. Nobody calls a snapshot \`authorized_keys\` on purpose; it is what a server writes into its own file
(\`CONFIG REWRITE\`) after an attacker told it so.`,
    fixing: 'Says `dump.rdb`. The file with the old name is not read any more: rename it too if it holds data of yours, after a look into it.',
    bad: 'dbfilename authorized_keys\n',
    good: 'dbfilename dump.rdb\n',
    references: ['CWE-73', 'https://github.com/redis/redis/issues/3594'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const name of ['dbfilename', 'appendfilename']) {
      const value = valueOf(context, name)
      const why = riskOfName(value)
      if (why === null) continue
      const usual = context.schema.directive(name)?.default ?? 'dump.rdb'
      yield {
        at: placeOf(context, name),
        message: `${quoted(value)} is filled with what clients store: ${why}`,
        fix: settingFix(context, name, usual, {
          title: `Call it ${usual}`,
          consequence: 'The file with the old name is not read any more, so data in it seems lost until it is renamed.',
        }),
      }
    }
  },
}
