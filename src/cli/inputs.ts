import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Inputs } from '../fixer/inputs.ts'
import type { InputName } from '../rules/rule.ts'
import type { Args, Io } from './command.ts'
import type { Config } from './config-fields.ts'
import { codeOf } from './node-host.ts'
import { misuse, type Problem } from './problem.ts'

/** The option and the setting that give a value. */
const GIVEN: readonly (readonly [InputName, string, keyof Config])[] = [
  ['bind', 'bind', 'bind'],
  ['tls-cert', 'tls-cert', 'tlsCert'],
  ['tls-key', 'tls-key', 'tlsKey'],
  ['tls-ca', 'tls-ca-cert', 'tlsCaCert'],
]

/** Values for fixes. A password comes from where it is not seen in the list of processes, or is made up. */
export async function inputsOf(args: Args, config: Config, io: Io): Promise<Inputs | Problem> {
  const values: Partial<Record<InputName, string>> = {}
  for (const [name, option, setting] of GIVEN) {
    const value = args.text(option) ?? config[setting]
    if (typeof value === 'string') values[name] = value
  }
  const source = args.text('password') ?? config.password ?? 'generate'
  if (source === 'generate') return args.flag('fix') || args.flag('diff') ? { values, generatePassword: await generator() } : { values }
  const password = passwordFrom(source, io)
  return typeof password === 'string' ? { values: { ...values, password } } : password
}

/** 256 bits, in letters that need no quotes anywhere. */
async function generator(): Promise<() => string> {
  const { randomBytes } = await import('node:crypto')
  return () => randomBytes(32).toString('hex')
}

function passwordFrom(source: string, io: Io): string | Problem {
  const [, kind, name] = /^(env|file):(.+)$/s.exec(source) ?? []
  if (name === undefined) return misuse('--password takes env:NAME, file:PATH or generate, but no password: every user of the machine sees the arguments of a process')
  const password = kind === 'env' ? (io.env[name] ?? null) : firstLine(resolve(io.cwd, name))
  if (password === null) return misuse(kind === 'env' ? `--password: the environment has no ${name}` : `--password: can't read ${name}`)
  if (password === '') return misuse(`--password: ${name} is empty`)
  return password
}

function firstLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? ''
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
}
