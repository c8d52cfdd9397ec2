import type { TextEdit } from '../rules/rule.ts'
import { doConflict } from './text-edits.ts'

/** Edits that were chosen already. Checking a new one takes a binary search, so that 100,000 fixes are chosen in good time. */
export interface TakenEdits {
  /** Together with what was taken, one would undo or garble the other. */
  conflicts(edit: TextEdit): boolean
  add(edit: TextEdit): void
}

export function takenEdits(): TakenEdits {
  const byPath = new Map<string, TextEdit[]>()
  const takenIn = (path: string): TextEdit[] => {
    const taken = byPath.get(path) ?? []
    byPath.set(path, taken)
    return taken
  }
  return {
    conflicts: (edit) => {
      const taken = takenIn(edit.path)
      const at = firstFrom(taken, edit)
      const before = taken[at - 1]
      if (before !== undefined && doConflict(before, edit)) return true
      for (let i = at; i < taken.length; i++) {
        const next = taken[i]
        if (next === undefined || next.span.start > edit.span.end) break
        if (doConflict(next, edit)) return true
      }
      return false
    },
    add: (edit) => {
      const taken = takenIn(edit.path)
      taken.splice(firstFrom(taken, edit), 0, edit)
    },
  }
}

/** Where an edit belongs in the order of start, then end. */
function firstFrom(taken: readonly TextEdit[], { span }: TextEdit): number {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = taken[middle]
    const isBefore = other !== undefined && (other.span.start - span.start || other.span.end - span.end) < 0
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}
