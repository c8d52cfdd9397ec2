import type { Diagnostic } from '../diagnostic.ts'
import type { Fix, FixKind } from '../rules/rule.ts'
import { fillInputs, isFillable } from './fill-inputs.ts'
import type { AppliedFix, FixOptions } from './fix-result.ts'
import { takenEdits } from './taken-edits.ts'

const BOLDNESS: readonly FixKind[] = ['safe', 'repair', 'hardening', 'input']

/** A fix that may be applied in this pass, together with all others of the list. */
export interface Candidate extends Omit<AppliedFix, 'pass'> {
  /** Tells it from others, also in a later pass. */
  readonly key: string
}

/** May this fix be applied at all: its kind, its rule, the values it needs. */
export function isEligible({ rule, fix }: Diagnostic, { level = 'input', inputs = {}, only, frozen }: FixOptions): boolean {
  if (fix === undefined || only?.includes(rule) === false) return false
  if (frozen !== undefined && fix.edits.some(({ path }) => frozen.has(path))) return false
  // `hardening` is what people ask for when they give a password or an address, so it takes fixes that need one along.
  const boldest = BOLDNESS.indexOf(level === 'hardening' ? 'input' : level)
  return BOLDNESS.indexOf(fix.kind) <= boldest && isFillable(fix, inputs)
}

/**
 * The eligible fixes of diagnostics, without those that were rejected or conflict with one before them: the less bold come
 * first, so that a line is mended before it is hardened, and else their order holds. One that several diagnostics have is taken once.
 */
export function candidatesOf(
  diagnostics: readonly Diagnostic[], options: FixOptions, rejected: ReadonlyMap<string, unknown>,
): readonly Candidate[] {
  const candidates: Candidate[] = []
  const known = new Set<string>()
  const taken = takenEdits()
  const eligible = diagnostics.filter((diagnostic) => isEligible(diagnostic, options)).sort((a, b) => boldnessOf(a) - boldnessOf(b))
  for (const { fix, rule, path, start } of eligible) {
    if (fix === undefined) continue
    const key = `${rule} ${path} ${describe(fix)}`
    const same = `${rule} ${JSON.stringify(fix.edits)}`
    if (rejected.has(key) || known.has(same) || fix.edits.some((edit) => taken.conflicts(edit))) continue
    known.add(same)
    for (const edit of fix.edits) taken.add(edit)
    candidates.push({ rule, fix, path, line: start.line, key, edits: fillInputs(fix, options.inputs ?? {}) })
  }
  return candidates
}

const boldnessOf = ({ fix }: Diagnostic): number => (fix === undefined ? 0 : BOLDNESS.indexOf(fix.kind))

/** Stays the same when other fixes move the lines. */
function describe({ title, edits }: Fix): string {
  return JSON.stringify([title, edits.map(({ path, newText }) => [path, newText])])
}
