import type { LintReport } from './lint-report.ts'

/** The releases that files were checked for, and how to name another where nobody named one. */
export function targets({ servers }: LintReport): string {
  const names = servers.map(({ project, targetFrom }) =>
    `${project.schema.release.id}${targetFrom === 'assumed' ? ', which was assumed: name yours with --target, e.g. --target redis@6.2 or valkey@8.1' : ''}`)
  return [...new Set(names)].join(' and ')
}
