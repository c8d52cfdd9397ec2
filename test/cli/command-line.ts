import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Io } from '../../src/cli/command.ts'
import { main } from '../../src/cli/main.ts'
import { bytePath, nodeHost } from '../../src/cli/node-host.ts'
import { PLAIN } from '../../src/report/palette.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Folder {
  readonly path: string
  readonly run: (...words: string[]) => Promise<Outcome>
  /** As {@link run}, with text on stdin. */
  readonly feed: (stdin: string, ...words: string[]) => Promise<Outcome>
  readonly read: (name: string) => string
  readonly write: (name: string, text: string) => void
}

/** A folder with files in it, gone when the test is over, and the command line run there. Texts have one char a byte. */
export function folder(files: Readonly<Record<string, string>> = {}, env: Io['env'] = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'redis-conf-lint-'))
  onTestFinished(() => { rmSync(path, { recursive: true, force: true }) })
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text, 'latin1')
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  const feed = async (stdin: string, ...words: string[]): Promise<Outcome> => {
    let [out, err] = ['', '']
    const code = await main(words, {
      out: (content) => { out += typeof content === 'string' ? content : Buffer.from(content).toString('latin1') },
      err: (text) => { err += text },
      stdin: () => Promise.resolve(Buffer.from(stdin, 'latin1')),
      palette: PLAIN,
      width: 80,
      env,
      cwd: path,
      isTerminal: false,
      host: nodeHost(bytePath(path)),
    })
    return { code, out, err }
  }
  return { path, feed, run: (...words) => feed('', ...words), read: (name) => readFileSync(join(path, name), 'latin1'), write }
}
