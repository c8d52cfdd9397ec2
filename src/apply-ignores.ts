import type { Project } from './model/project.ts'
import type { Diagnostic } from './diagnostic.ts'
import { ignoresOf, type Ignore, type IgnoreComment } from './rules/ignore-comment.ts'

/** The diagnostics that no ignore of the files hides, and what each ignore did. `today` is `YYYY-MM-DD`; without it nothing has expired. */
export function applyIgnores(
  diagnostics: readonly Diagnostic[], { confs }: Project, today?: string,
): { readonly kept: readonly Diagnostic[], readonly ignores: readonly Ignore[] } {
  const ignores = [...confs.values()].flatMap(ignoresOf).map((comment) => ({ ...comment, state: stateOf(comment, today), used: new Set<string>() }))
  if (ignores.length === 0) return { kept: diagnostics, ignores }
  const kept = diagnostics.filter((diagnostic) => {
    const hiding = ignores.filter((ignore) => ignore.state === 'in-force' && hides(ignore, diagnostic))
    for (const ignore of hiding) ignore.used.add(diagnostic.rule)
    return hiding.length === 0
  })
  return { kept, ignores }
}

/** A date that can't be read has passed: nobody is to be kept in the dark by a typo. */
function stateOf({ until, reason }: IgnoreComment, today: string | undefined): Ignore['state'] {
  if (reason === null) return 'without-reason'
  if (until === null) return 'in-force'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return 'expired'
  return today !== undefined && until < today ? 'expired' : 'in-force'
}

function hides({ at, covers, rules }: IgnoreComment, { path, start, rule }: Diagnostic): boolean {
  if (covers === null || path !== at.path || !rules.some(({ id }) => id === rule)) return false
  return covers.start <= start.offset && start.offset < covers.end
}
