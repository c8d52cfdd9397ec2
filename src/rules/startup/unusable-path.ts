import type { ProblemCode } from '../../model/server-model.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

/** Reasons that no other rule words: a path, or what has no kind of its own. */
const CODES: readonly ProblemCode[] = ['unusable-dir', 'unusable-logfile', 'acl-file-missing', 'other']

export const unusablePath: Rule = {
  meta: {
    id: 'unusable-path',
    summary: 'a folder, log file, ACL file or module can\'t be used',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: 'The server goes to `dir` while it reads, opens `logfile` for appending, reads `aclfile`, and loads every module; it exits if one of them fails. Only what can be seen from here is reported: an absolute path may exist on the machine of the server.',
    fixing: 'None: folders are made, not written into a file.',
    bad: 'dir not-there\n',
    good: 'dir .\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem } of refusals(context, ...CODES)) {
      if (problem.crash) continue
      yield {
        at: problem,
        message: `${releaseName(context.schema.release)} does not start ("${(problem.detail ?? problem.message).replace(/\.$/, '')}")`,
        advice: 'Create it, or write the path in full: a relative one starts from the working directory, which `dir` moves.',
      }
    }
  },
}
