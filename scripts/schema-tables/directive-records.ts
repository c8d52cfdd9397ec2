import { usuallyShown, type ArityRecord, type DirectiveRecord } from '../../src/schema/records.ts'
import type { DirectiveFlag, ValueType } from '../../src/schema/schema.ts'
import type { Facts, MeasuredArity, MeasuredDirective } from './facts.ts'

/** Stands for "any name with a dot" in the measured tables: a behaviour, not a directive. */
const NOT_A_NAME = '<module>.<config>'

/** In the source, but compiled only with LOG_REQ_RES; measured: every build refuses both as unknown. */
const NOT_COMPILED = new Set(['client-default-resp', 'req-res-logfile'])

/** The tables were measured on servers started with their own values of these (`_note` of config-get.json). */
const COMPILED_DEFAULTS: Readonly<Record<string, string | null>> = {
  port: '6379',
  save: '3600 1 300 100 60 10000',
  dir: null,
}

/** Read by if/else branches that keep no value to print. */
const NOT_SETTINGS = new Set(['include', 'loadmodule', 'rename-command', 'sentinel', 'user'])

export function directiveRecords(facts: Facts): Map<string, Partial<DirectiveRecord>> {
  const records = new Map<string, Partial<DirectiveRecord>>()
  for (const [name, measured] of Object.entries(facts.directives)) {
    if (name !== NOT_A_NAME && !NOT_COMPILED.has(name)) records.set(name, record(name, measured, facts.configGet))
  }
  for (const { name } of facts.deprecatedIgnored) records.set(name, { type: 'ignored' })
  return records
}

function record(name: string, measured: MeasuredDirective, configGet: Facts['configGet']): Partial<DirectiveRecord> {
  const type = measured.type === 'dead' ? 'ignored' : (measured.type as ValueType)
  if (type === 'ignored') return { type }
  const flags = (measured.flags ?? []).filter((flag) => flag !== 'multi_arg') as DirectiveFlag[]
  const aliases = [...(measured.aliases ?? [])]
  const value = NOT_SETTINGS.has(name) ? null : compiledDefault([name, ...aliases], measured, configGet)
  const facts: Partial<DirectiveRecord> = {
    type,
    ...(aliases.length > 0 && { aliases }),
    ...arity(measured.args),
    ...bounds(measured),
    ...(value !== null && { default: value }),
    ...switches(measured),
    ...(flags.length > 0 && { flags }),
  }
  const shown = [name, ...aliases].filter((n) => n in configGet)
  return shown.join() === usuallyShown(name, aliases, facts).join() ? facts : { ...facts, shown }
}

function bounds(measured: MeasuredDirective): Partial<DirectiveRecord> {
  return {
    ...(measured.min !== undefined && { min: measured.min }),
    ...(measured.max !== undefined && { max: measured.max }),
    ...(measured.enum !== undefined && { values: measured.enum }),
    ...(measured.allowedChars !== undefined && { chars: measured.allowedChars }),
  }
}

function switches(measured: MeasuredDirective): Partial<DirectiveRecord> {
  return {
    ...(measured.multiArg === true && { multiArg: true }),
    ...(measured.strict === false && { lenient: true }),
    ...(measured.emptyIsNull === true && { emptyIsNull: true }),
    ...(measured.modifiable !== true && { immutable: true }),
  }
}

function compiledDefault(names: readonly string[], measured: MeasuredDirective, configGet: Facts['configGet']): string | null {
  const [name = ''] = names
  const known = COMPILED_DEFAULTS[name]
  if (known !== undefined) return known
  const printed = names.find((n) => n in configGet)
  if (printed !== undefined) return configGet[printed] ?? null
  if (measured.default === undefined) return null
  return measured.default === null ? '' : String(measured.default)
}

export function arity(args: MeasuredArity): { arity?: ArityRecord } {
  if (args.exact === 1) return {}
  if (args.exact !== undefined) return { arity: [args.exact, args.exact] }
  if (args.oneOf !== undefined) return { arity: [Math.min(...args.oneOf), Math.max(...args.oneOf)] }
  if (args.multipleOf !== undefined) return { arity: [0, null, args.multipleOf] }
  if (args.evenOrEmptyString === true) return { arity: [0, null, 2] }
  return { arity: [args.min ?? 0, args.max ?? null] }
}
