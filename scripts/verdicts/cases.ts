import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What a real server did with the files of a case. The fields beyond these belong to the families that have them. */
export interface Verdict {
  /** null: no answer in time. */
  readonly started: boolean | null
  readonly stage?: 'line' | 'acl' | 'start'
  readonly line?: number
  readonly message?: string
  readonly code?: number | string
  /** `CONFIG GET` where it differs from the server's start without settings. */
  readonly config?: Readonly<Record<string, string>> | null
  readonly [more: string]: unknown
}

/** One server's verdict on one set of files. */
export interface Case {
  readonly id: string
  readonly family: string
  /** `redis@7.2.6` */
  readonly target: string
  readonly files: Readonly<Record<string, string>>
  readonly verdict: Verdict
}

interface Row {
  readonly id: string
  readonly family: string
  readonly server?: string
  readonly files: Readonly<Record<string, string>>
  readonly verdict?: Verdict
  readonly verdicts?: Readonly<Record<string, Verdict>>
}

/** The cases of a `.jsonl` or `.jsonl.gz` file, one by one; without those that gave no answer. */
export function* readCases(path: string): Generator<Case> {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  for (const line of text.split('\n')) {
    if (line === '') continue
    const { id, family, files, server = '', verdict, verdicts } = JSON.parse(line) as Row
    for (const [name, found] of Object.entries(verdicts ?? (verdict === undefined ? {} : { [server]: verdict }))) {
      if (found.started !== null) yield { id, family, target: name.replace('-', '@'), files, verdict: found }
    }
  }
}
