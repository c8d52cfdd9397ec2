/** Why a real server did not start, as far as it said so. */
export interface Refusal {
  readonly started: false
  /** As `StartProblem.stage`. */
  readonly stage: 'line' | 'acl' | 'start'
  /** 0 where the server names none. */
  readonly line: number
  readonly message: string
  /** acl: what is wrong with each line of the file, in its order. */
  readonly errors: readonly { readonly line: number; readonly message: string }[]
  /** What it exited with, or the signal it died of. */
  readonly code: number | string
  /** Everything it printed. */
  readonly output: string
}

const LOG_PREFIX = /^\d+:[A-Z] \d+ \w+ (?:\d+ )?[\d:.]+ [*#.-] /

/** The two forms: the FATAL CONFIG FILE ERROR block, and log lines before the exit. */
export function refusalOf(output: string, code: number | string): Refusal {
  const lines = output.split('\n').map((line) => line.replace(LOG_PREFIX, '').trim())
  const base = { started: false, code, output, errors: [], line: 0 } as const
  const block = lines.findIndex((line) => line.includes('FATAL CONFIG FILE ERROR'))
  // Redis 6.0 and 6.2 begin the block and die of it where no line is to be shown.
  if (block >= 0 && typeof code === 'number') {
    const at = /at line (\d+)/.exec(lines[block + 1] ?? '')
    return at === null
      ? { ...base, stage: 'start', message: lines[block + 1] ?? '' }
      : { ...base, stage: 'line', line: Number(at[1]), message: lines[block + 3] ?? '' }
  }
  const aborting = lines.find((line) => line.includes('because of ACL errors:'))
  const errors = aborting === undefined ? [] : aclErrors(aborting)
  if (errors.length > 0) return { ...base, stage: 'acl', line: errors[0]?.line ?? 0, message: errors[0]?.message ?? '', errors }
  return { ...base, stage: 'start', message: aborting ?? lastWords(lines) }
}

/** All in one line: `… ACL errors: users.acl:2: some text. users.acl:3 should start with …. WARNING: …`. */
function aclErrors(line: string): { line: number; message: string }[] {
  const text = line.slice(line.indexOf('ACL errors:') + 'ACL errors:'.length).replace(/ WARNING: ACL errors detected.*/, '')
  const file = /^\s*(\S+?):\d+:? /.exec(text)?.[1]
  if (file === undefined) return []
  return text.split(` ${file}:`).slice(1).map((part) => {
    const at = /^(\d+):? /.exec(part)
    return { line: Number(at?.[1] ?? 0), message: part.slice(at?.[0].length ?? 0) }
  })
}

/** What it died of stands last, but for the lines that only say that it goes. */
function lastWords(lines: readonly string[]): string {
  const told = lines.filter((line) => line !== '' && !/bye bye|Redis is now ready to exit|^-+$/.test(line))
  return told.find((line) => line.includes('ASSERTION FAILED')) ?? told.at(-1) ?? ''
}
