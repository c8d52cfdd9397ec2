import type { Exposure, Reach } from '../model/server-model.ts'
import type { Severity } from './rule.ts'

export interface Grade {
  readonly severity: Severity
  /** Follows the message after a semicolon: why it is graded so. */
  readonly because: string
}

const ONE_LOWER: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' }

/** Grades a weakness by who can make use of it: the worst reach that another machine has. */
export function grade(severity: Severity, exposure: Exposure): Grade {
  const reach = [exposure.from('network4'), exposure.from('network6')]
  return gradeReach(severity, reach)
}

function gradeReach(severity: Severity, reach: readonly Reach[]): Grade {
  if (reach.includes('open')) return { severity, because: 'whoever connects from the network is let in without a password' }
  if (reach.includes('noauth')) return { severity: ONE_LOWER[severity], because: 'clients from the network must log in first' }
  if (reach.includes('denied')) return { severity: 'info', because: 'protected mode turns away every other machine' }
  return { severity: 'info', because: 'no other machine can connect' }
}
