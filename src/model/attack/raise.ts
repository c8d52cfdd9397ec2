import type { AttackPath } from './attack-path.ts'
import type { Cut } from './change.ts'
import { gradeOf, GRADES, type GradeLetter } from './grade.ts'
import type { Trial } from './trial.ts'

/** One more thing to do, and the grade once it and all before it are done. */
export interface Raise {
  readonly cut: Cut
  readonly to: GradeLetter
  /** How many paths are left then. */
  readonly left: number
}

/** So many lines are a plan; more are a list nobody reads. */
const MOST_RAISES = 4

/** What to do first, second, …: each time the change after which grade and number of paths are best, until nothing helps. */
export function raises(paths: readonly AttackPath[], candidates: readonly Cut[], trial: Trial): readonly Raise[] {
  const plan: Raise[] = []
  let now = paths
  while (plan.length < MOST_RAISES && now.length > 0) {
    const next = best(now, candidates, plan.map(({ cut }) => cut), trial)
    if (next === null) break
    plan.push({ cut: next.cut, to: gradeOf(next.left), left: next.left.length })
    now = next.left
  }
  return plan
}

interface Option {
  readonly cut: Cut
  readonly left: readonly AttackPath[]
}

function best(now: readonly AttackPath[], candidates: readonly Cut[], done: readonly Cut[], trial: Trial): Option | null {
  let found: Option | null = null
  for (const cut of candidates) {
    const left = trial.pathsAfter([...done, cut])
    if (left === null || !isBetter(left, found?.left ?? now)) continue
    found = { cut, left }
  }
  return found
}

const isBetter = (a: readonly AttackPath[], b: readonly AttackPath[]): boolean => {
  const difference = GRADES.indexOf(gradeOf(a)) - GRADES.indexOf(gradeOf(b))
  return difference < 0 || (difference === 0 && a.length < b.length)
}
