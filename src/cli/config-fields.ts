import { noAddress, notBindable } from './addresses.ts'
import { FAIL_ON, LEVELS, type FailOn, type Level } from './levels.ts'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'

/** What the configuration file may say. */
export interface Config {
  readonly target?: string
  readonly runtime?: 'host' | 'docker'
  readonly preset?: 'recommended' | 'strict'
  readonly rules?: Readonly<Record<string, Level>>
  readonly failOn?: FailOn
  readonly adminUsers?: readonly string[]
  readonly addresses?: readonly string[]
  readonly bind?: string
  readonly password?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly tlsCaCert?: string
}

interface Field {
  readonly summary: string
  readonly holds: 'text' | 'texts' | 'levels' | readonly string[]
  /** What is wrong with a text, to follow the name of the setting; null: nothing. */
  readonly check?: (text: string) => string | null
}

/** Both the checks and the JSON Schema (`schemas/config.json`) are made of this. */
export const FIELDS: Readonly<Record<keyof Config, Field>> = {
  target: { holds: 'text', summary: 'the server that will read the files, e.g. redis@7.2 or valkey@8.1' },
  runtime: { holds: ['host', 'docker'], summary: 'docker: protected mode defaults to off, as in the official images' },
  preset: { holds: ['recommended', 'strict'], summary: 'which rules run' },
  rules: { holds: 'levels', summary: 'the level of single rules, by id' },
  failOn: { holds: FAIL_ON, summary: 'the least severity that makes the exit code 1' },
  adminUsers: { holds: 'texts', summary: 'ACL users that are meant to be all-powerful' },
  addresses: { holds: 'texts', check: noAddress, summary: 'addresses of the machine besides loopback' },
  bind: { holds: 'text', check: notBindable, summary: 'what a fix binds to' },
  password: { holds: 'text', summary: 'where a fix takes a password from: env:NAME, file:PATH or generate' },
  tlsCert: { holds: 'text', summary: 'the certificate that a fix writes' },
  tlsKey: { holds: 'text', summary: 'the key that a fix writes' },
  tlsCaCert: { holds: 'text', summary: 'the CA that a fix writes' },
}

export function checkConfig(value: unknown): Config | Problem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'it holds no JSON object' }
  for (const [name, held] of Object.entries(value)) {
    const problem = problemWith(name, held)
    if (problem !== null) return { problem }
  }
  return value
}

function problemWith(name: string, held: unknown): string | null {
  if (name === '$schema') return null
  if (!Object.hasOwn(FIELDS, name)) {
    const near = nearest(name, Object.keys(FIELDS))
    return `there is no setting \`${name}\`${near === null ? `; there are ${Object.keys(FIELDS).join(', ')}` : `; did you mean \`${near}\`?`}`
  }
  const { holds, check } = FIELDS[name as keyof Config]
  if (!isHeld(holds, held)) return `\`${name}\` is not ${wanted(holds)}`
  const objection = check === undefined ? undefined : [held].flat().map((text) => check(String(text))).find((found) => found !== null)
  return objection === undefined ? null : `\`${name}\` ${objection}`
}

function isHeld(holds: Field['holds'], value: unknown): boolean {
  if (holds === 'text') return typeof value === 'string'
  if (holds === 'texts') return Array.isArray(value) && value.every((one) => typeof one === 'string')
  if (holds === 'levels') return typeof value === 'object' && value !== null && Object.values(value).every((level) => LEVELS.includes(level as Level))
  return holds.includes(value as string)
}

function wanted(holds: Field['holds']): string {
  if (holds === 'text') return 'a string'
  if (holds === 'texts') return 'a list of strings'
  if (holds === 'levels') return `an object from rule ids to ${LEVELS.join(', ')}`
  return `one of ${holds.join(', ')}`
}

/** The JSON Schema of the configuration file. */
export function configSchema(): object {
  const property = ({ summary, holds }: Field): object => ({ description: summary, ...shape(holds) })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/redis-conf-lint/redis-conf-lint/main/schemas/config.json',
    title: 'Configuration of redis-conf-lint',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, property(field)])) },
  }
}

function shape(holds: Field['holds']): object {
  if (holds === 'text') return { type: 'string' }
  if (holds === 'texts') return { type: 'array', items: { type: 'string' } }
  if (holds === 'levels') return { type: 'object', additionalProperties: { enum: LEVELS } }
  return { enum: holds }
}
