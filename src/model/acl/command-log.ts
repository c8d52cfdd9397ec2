import { splitWords } from '../../parser/index.ts'
import { CLASSIC_DIALECT } from '../../parser/dialect.ts'
import type { Argv } from './command-line.ts'

/** `1700000000.123456 [0 127.0.0.1:50012] "get" "k"`, as MONITOR prints it. */
const MONITORED = /^[+]?\d+\.\d+ \[[^\]]*\] /

/** The command lines of a log: what MONITOR printed, or a line each. Lines that are none (OK, comments) are left out. */
export function readCommandLog(text: string): readonly Argv[] {
  return text.split('\n').flatMap((line) => {
    const said = line.replace(MONITORED, '')
    const { words, problem } = splitWords(said, CLASSIC_DIALECT)
    const [first, ...rest] = words.map(({ value }) => value)
    const isNone = problem !== null || first === undefined || first.startsWith('#') || (first === 'OK' && rest.length === 0)
    return isNone ? [] : [[first, ...rest] as const]
  })
}
