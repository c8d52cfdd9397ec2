import type { TargetOrigin } from '../report/lint-report.ts'
import { isUnknownTarget, parseTarget } from '../schema/index.ts'
import { misuse, type Problem } from './problem.ts'

export interface Target {
  /** As it was written: whether it names a patch is told from that. */
  readonly name: string
  readonly from: TargetOrigin
}

/** What may name the release: the option, else a comment in the file, else the configuration. */
export interface Named {
  readonly option: string | null
  /** What the option is called where it is not `--target`. */
  readonly by?: string
  readonly config: string | null
}

/** The release that a file is checked for. Without any word of it, the newest that bears the server's name. */
export function targetOf(path: string, text: string, { option, by = '--target', config }: Named): Target | Problem {
  if (option !== null) return checked(option, 'option', by)
  const comment = COMMENT.exec(text)?.[1]
  if (comment !== undefined) return checked(comment.trim(), 'comment', `the comment in ${path}`)
  if (config !== null) return checked(config, 'config', 'the configuration')
  return checked(/valkey[^/]*$/i.test(path) ? 'valkey' : 'redis', 'assumed', path)
}

/** `# redis-conf-lint: target valkey@8.1` on a line of its own. */
const COMMENT = /^[ \t]*#[ \t]*redis-conf-lint:[ \t]*target[ \t]+(\S.*)$/m

function checked(name: string, from: TargetOrigin, by: string): Target | Problem {
  const release = parseTarget(name)
  if (!isUnknownTarget(release)) return { name, from }
  const why = release.reason === 'too-old' ? 'is older than every release that is known' : 'is no release that is known'
  const problem = `\`${name}\`, the target named by ${by}, ${why}; try ${release.suggestions.join(', ')}`
  return from === 'option' ? misuse(problem) : { problem }
}
