import type { Release } from '../schema/schema.ts'
import type { LintReport } from './lint-report.ts'

/** The releases that files were checked for, and how to name another where nobody named one. */
export function targets({ servers }: LintReport): string {
  const names = servers.map(({ project, targetFrom }) => `${named(project.schema.release)}${targetFrom === 'assumed' ? ', which was assumed' : ''}`)
  const all = [...new Set(names)].join(' and ')
  const isAssumed = servers.some(({ targetFrom }) => targetFrom === 'assumed')
  return isAssumed ? `${all}: name yours with --target, e.g. --target redis@6.2 or valkey@8.1` : all
}

function named({ id, newer, server, measured }: Release): string {
  return newer ? `${id}, of which only what ${server}@${measured} does is known` : id
}
