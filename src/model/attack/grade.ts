import type { AttackPath, Harm, Zone } from './attack-path.ts'

/** A: nobody gets in who has not been given a secret. F: anybody on the network owns the data. */
export type GradeLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export const GRADES: readonly GradeLetter[] = ['A', 'B', 'C', 'D', 'E', 'F']

const OWNS_DATA: ReadonlySet<Harm> = new Set(['take-over', 'read', 'wipe'])

/** The letter that one path alone would give. */
export function gradeOfPath(path: AttackPath): GradeLetter {
  if (path.harm === 'eavesdrop') return 'C'
  if (path.advisories.length > 0 && path.harm === 'stop') return path.zone === 'network' ? 'D' : 'B'
  return BY_ZONE[path.zone](path)
}

const BY_ZONE: Readonly<Record<Zone, (path: AttackPath) => GradeLetter>> = {
  network: ({ harm, login }) => (OWNS_DATA.has(harm) && login !== 'well-known-password' ? 'F' : 'E'),
  machine: ({ harm }) => (harm === 'take-over' ? 'D' : 'C'),
  socket: () => 'B',
}

/** The worst path decides. */
export function gradeOf(paths: readonly AttackPath[]): GradeLetter {
  const worst = Math.max(0, ...paths.map((path) => GRADES.indexOf(gradeOfPath(path))))
  return GRADES[worst] ?? 'F'
}

/** The paths that give the grade. */
export const decisive = (paths: readonly AttackPath[]): readonly AttackPath[] => {
  const grade = gradeOf(paths)
  return paths.filter((path) => gradeOfPath(path) === grade)
}
