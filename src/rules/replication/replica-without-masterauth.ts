import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, primaryOf, valueOf } from '../setting.ts'

export const replicaWithoutMasterauth: Rule = {
  meta: {
    id: 'replica-without-masterauth',
    summary: 'a replica asks for a password but gives none to its primary',
    category: 'replication',
    severity: 'warning',
    preset: 'recommended',
    fix: 'none',
    why: `Servers of one data set have one password as a rule: Sentinel may make any of them the primary. A replica with \`requirepass\` and without
\`masterauth\` either copies from a primary that lets everybody in, or can't copy at all and serves old data until somebody reads its log.`,
    fixing: 'Set `masterauth` to the password of the primary, and with users `masteruser` to the name of one that may only replicate: `+psync +replconf +ping`.',
    bad: 'replicaof 10.20.0.10 6379\nrequirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    good: 'replicaof 10.20.0.10 6379\nrequirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\nmasterauth Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const isReplica = primaryOf(context) !== ''
    if (!isReplica || valueOf(context, 'requirepass') === '' || valueOf(context, 'masterauth') !== '') return
    yield {
      at: placeOf(context, context.server.setting('replicaof') === null ? 'slaveof' : 'replicaof'),
      message: 'this replica has a password and gives none to its primary: either the primary lets everybody in, or nothing is copied',
      advice: 'Set `masterauth` to the password of the primary',
    }
  },
}
