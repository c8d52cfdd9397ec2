import type { DirectiveUse } from '../../model/project.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'

/** Folders in which a file that an attacker can fill does harm, and why. */
const RISKY: readonly (readonly [RegExp, string])[] = [
  [/\/\.ssh$/, 'keys that may log in are read from there'],
  [/^\/(?:root|home\/[^/]+)$/, 'shells and SSH read their settings there'],
  [/^\/(?:etc\/cron[^/]*|var\/spool\/cron)(?:\/.*)?$/, 'cron runs what it finds there'],
  [/^\/etc(?:\/.*)?$/, 'services read their settings there'],
  [/^\/(?:var\/www|srv\/www|srv\/http|usr\/share\/nginx|usr\/local\/nginx|usr\/local\/apache2?|opt\/lampp)(?:\/.*)?$/, 'a web server hands it out, or runs it'],
  [/^\/(?:usr\/)?(?:s?bin|lib(?:32|64)?)(?:\/.*)?$/, 'programs are run from there'],
  [/^\/(?:proc|sys|dev|boot)(?:\/(?!shm).*)?$/, 'it is no place for data'],
  [/^\/(?:tmp|var\/tmp|dev\/shm)(?:\/.*)?$/, 'any user of this machine can put something in its place, and it is emptied at times'],
  [/^\/$/, 'only root can write there'],
]

export const riskyDir: Rule = {
  meta: {
    id: 'risky-dir',
    summary: 'the server writes its files into a folder where they do harm',
    category: 'persistence',
    severity: 'error',
    preset: 'recommended',
    fix: 'none',
    why: `Into \`dir\` go the snapshot and the append-only file, and what stands in them, clients decide. In \`/root/.ssh\`, \`/etc/cron.d\` or a web root
that is the end of the classic attack, found in files that were rewritten by the server after it had been taken over. In \`/tmp\` any local
user can put a file or a link where the server is about to write, and read what it wrote.`,
    fixing: 'Give the server a folder of its own, owned by its user with mode 0750, such as `/var/lib/redis`, and move the files there before the restart. If nobody here wrote this line, the machine has been broken into.',
    bad: 'dir /root/.ssh\n',
    good: 'dir /var/lib/redis\n',
    references: ['CWE-552', 'CWE-379', 'https://github.com/redis/redis/issues/6611'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    // A path that starts from wherever the server is started says nothing by itself.
    if (!dirsTaken(context).some(({ node }) => node.args[0]?.value.startsWith('/') === true)) return
    const dir = valueOf(context, 'dir').replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
    const why = RISKY.find(([pattern]) => pattern.test(dir))?.[1]
    if (why === undefined) return
    yield {
      at: placeOf(context, 'dir'),
      message: `the server writes what clients store into \`${dir}\`: ${why}`,
      advice: 'Give it a folder of its own, such as `/var/lib/redis`, and move its files there; if nobody here wrote this line, look for intruders',
    }
  },
}

/** The lines that the server went along with, refused ones left out: each starts from where the one before led. */
function dirsTaken({ server }: RuleContext): readonly DirectiveUse[] {
  const setting = server.setting('dir')
  return setting?.origin.kind === 'set' ? [...setting.shadowed, ...setting.origin.by] : []
}
