import type { Case } from './cases.ts'
import type { Compared } from './comparison.ts'

interface Count {
  agreed: number
  all: number
}

/** Agreement by kind of answer and by release, and the first answers that differ. */
export interface Tally {
  readonly byKind: Map<string, Count>
  readonly byTarget: Map<string, Count>
  readonly differing: { readonly testCase: Case; readonly answer: Compared }[]
}

export const newTally = (): Tally => ({ byKind: new Map(), byTarget: new Map(), differing: [] })

/** `started` counts as one answer whatever the model's reason; texts of messages are told, and not counted. */
export function count(tally: Tally, testCase: Case, answer: Compared): void {
  const agrees = answer.kind === 'started' ? answer.actual.startsWith(answer.expected) : answer.actual === answer.expected
  add(tally.byKind, answer.kind, agrees)
  if (answer.kind !== 'message') add(tally.byTarget, testCase.target, agrees)
  if (!agrees) tally.differing.push({ testCase, answer })
}

function add(counts: Map<string, Count>, key: string, agrees: boolean): void {
  const found = counts.get(key) ?? { agreed: 0, all: 0 }
  found.all += 1
  if (agrees) found.agreed += 1
  counts.set(key, found)
}

/** In percent, over all that is counted. */
export function agreement({ byTarget }: Tally): number {
  let [agreed, all] = [0, 0]
  for (const found of byTarget.values()) [agreed, all] = [agreed + found.agreed, all + found.all]
  return all === 0 ? 100 : (100 * agreed) / all
}

export function table(counts: ReadonlyMap<string, Count>): string {
  const rows = Array.from(counts, ([key, { agreed, all }]) => `  ${key.padEnd(16)} ${String(agreed).padStart(7)} of ${String(all).padEnd(7)} ${percent(agreed, all)}`)
  return rows.sort().join('\n')
}

const percent = (agreed: number, all: number): string => `${((100 * agreed) / all).toFixed(2)} %`

/** What a person needs to see of a difference: the case, both answers, and the files. */
export function described({ testCase, answer }: Tally['differing'][number], withFiles: boolean): string {
  const about = answer.about === undefined ? '' : ` ${answer.about}`
  const head = `${testCase.id} ${testCase.target}: ${answer.kind}${about}\n    server: ${JSON.stringify(answer.expected)}\n    model:  ${JSON.stringify(answer.actual)}`
  if (!withFiles) return head
  const files = Object.entries(testCase.files).map(([path, text]) => `    --- ${path}\n${JSON.stringify(text).slice(0, 900)}`)
  return [head, `    message: ${testCase.verdict.message ?? ''}`, ...files].join('\n')
}
