import type { DirectiveUse } from '../project.ts'
import { assignFromAll, refuseLine, type Startup } from '../startup.ts'
import { asInt32, leadingInteger, strictInteger, wholeInteger } from '../values/integer.ts'
import type { Setter } from './setter.ts'

/** `save` accumulates: lines that add points, on top of the compiled-in ones until something drops them. */
export interface SavePoints {
  /** Every line that was not refused. */
  readonly met: DirectiveUse[]
  /** null: still the compiled-in ones. */
  points: SavePoint[] | null
  /** A line has added to what is there, or dropped it to do so: later ones need not (7.0 and later). */
  loaded: boolean
  /** A `save` line of the text that is being read was met (6.2), by depth of the text. */
  readonly seenInText: boolean[]
  /** Whether a `save` line adds to what is there: an include that ended turns it off for good (7.0 and later). */
  accumulating: boolean
}

interface SavePoint {
  readonly text: string
  readonly use: DirectiveUse
}

const INVALID = 'Invalid save parameters'

export const setSave: Setter = (start, use, args) => {
  if (start.schema.has('save-takes-any-count')) setLeniently(start, use, args)
  else setInPairs(start, use, args)
}

/** Any count of arguments passes, and only two, or one empty one, mean something (measured: up to 6.2). */
function setLeniently(start: Startup, use: DirectiveUse, args: readonly string[]): void {
  const { save } = start
  if (start.schema.has('first-save-of-text-wipes') && save.seenInText.at(-1) === false) {
    save.points = []
    save.seenInText[save.seenInText.length - 1] = true
  }
  if (args.length === 2) {
    if (!addLeniently(start, use, args)) return
  } else if (args.length === 1 && args[0] === '') save.points = []
  else start.misreads.push({ use, word: use.node.args[0] ?? use.node.name, takenAs: null })
  save.met.push(use)
}

function addLeniently(start: Startup, use: DirectiveUse, args: readonly string[]): boolean {
  const numbers = args.map(leadingInteger32)
  const [seconds = 0n, changes = 0n] = numbers
  if (seconds < 1n || changes < 0n) {
    refuseLine(start, use, { message: INVALID, code: 'invalid-value', words: use.node.args })
    return false
  }
  start.save.points ??= []
  start.save.points.push({ text: `${seconds} ${changes}`, use })
  for (const [i, word] of use.node.args.entries()) {
    const takenAs = String(numbers[i])
    if (strictInteger(word.value)?.toString() !== takenAs) start.misreads.push({ use, word, takenAs })
  }
  return true
}

const leadingInteger32 = (text: string): bigint => asInt32(leadingInteger(text).value)

function setInPairs(start: Startup, use: DirectiveUse, args: readonly string[]): void {
  const { save } = start
  const clears = args.length === 1 && args[0] === ''
  const numbers = clears ? [] : args.map(wholeInteger)
  if (numbers.length % 2 === 1 || numbers.some((n, i) => n === null || n < (i % 2 === 0 ? 1n : 0n))) {
    refuseLine(start, use, { message: INVALID, code: 'invalid-value', words: use.node.args })
    return
  }
  if (save.points === null || !save.accumulating || !save.loaded || clears) save.points = []
  if (save.accumulating) save.loaded = true
  for (let i = 0; i < numbers.length; i += 2) save.points.push({ text: `${numbers[i] ?? 0n} ${asInt32(numbers[i + 1] ?? 0n)}`, use })
  save.met.push(use)
}

/** What the lines come to, once all are read. */
export function publishSave(start: Startup): void {
  const { met, points } = start.save
  const all = points ?? []
  assignFromAll(start, 'save', all.map((point) => point.text).join(' '), met, new Set(all.map((point) => point.use)))
}
