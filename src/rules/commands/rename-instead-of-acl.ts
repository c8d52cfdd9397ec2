import type { Finding, Rule, RuleContext } from '../rule.ts'
import { managesUsers } from './closing-commands.ts'

export const renameInsteadOfAcl: Rule = {
  meta: {
    id: 'rename-instead-of-acl',
    summary: 'commands are renamed although users are declared, whose ACL says it better',
    category: 'commands',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `\`rename-command\` hides a command from everybody alike, administrators and other servers included, and is deprecated since users came with
Redis 6. An ACL takes it from those who must not have it, and from nobody else, and can be changed without a restart. ACL rules know commands by
their first names only, so that a reader of a file with both has to keep two tables in mind.`,
    fixing: 'Write `-config -flushall …` into the rules of the users that must not run them, and take the `rename-command` lines away.',
    bad: 'rename-command FLUSHALL ""\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@admin\n',
    good: 'user app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@admin -flushall\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const [rename] = context.server.renames.values()
    if (rename === undefined || !context.schema.has('acl') || !managesUsers(context)) return
    yield {
      at: { path: rename.use.path, span: rename.use.node.name.span },
      message: `${rename.command.toUpperCase()} is closed to everybody, administrators included, although users are declared whose rules could say who may run it`,
      advice: 'Say it in the ACL of each user, and take the `rename-command` lines away',
    }
  },
}
