import { fstatSync, readFileSync, writeSync } from 'node:fs'
import { PLAIN, type Palette } from '../report/palette.ts'
import { isColoured } from './colour.ts'
import type { Io } from './command.ts'
import { bytePath, codeOf, nodeHost } from './node-host.ts'

/** The process as commands see it. `process.stdout` is left alone where it can be: making its stream takes milliseconds. */
export async function nodeIo(words: readonly string[]): Promise<Io> {
  const { env } = process
  const isTerminal = fstatSync(1).isCharacterDevice() && process.stdout.isTTY
  return {
    out: (content) => { write(1, content) },
    err: (text) => { write(2, text) },
    stdin: () => Promise.resolve(readFileSync(0)),
    palette: isColoured(words, env, isTerminal) ? await coloured() : PLAIN,
    width: widthOf(isTerminal ? process.stdout.columns : Number(env['COLUMNS'] ?? NaN)),
    env,
    cwd: process.cwd(),
    isTerminal,
    host: nodeHost(bytePath(process.cwd())),
  }
}

const coloured = async (): Promise<Palette> => (await import('picocolors')).default.createColors(true)

const NARROWEST = 40
const WIDEST = 120

/** Lines longer than a page is wide are hard to read, and there is no sense in a column of single words. */
const widthOf = (columns: number): number => (columns > 0 ? Math.min(Math.max(columns, NARROWEST), WIDEST) : 80)

/** Writes everything before it returns, so that nothing is lost when the process ends. A reader that went away, as `head` does, is no error. */
function write(descriptor: 1 | 2, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(A_WORD, 0, 0, 1)
    }
  }
}

/** Nobody changes it: waiting for it is a pause, for a reader that is slower than we are. */
const A_WORD = new Int32Array(new SharedArrayBuffer(4))
