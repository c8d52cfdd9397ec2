import { isSensitive, MASK } from '../../fixer/secrets.ts'
import type { DirectiveUse, Project } from '../../model/project.ts'
import type { ServerModel, Setting } from '../../model/server-model.ts'
import type { Schema } from '../../schema/schema.ts'
import { withoutSecrets } from '../setting-text.ts'

/** A setting in force, ready to be shown. Values have one char a byte. */
export interface SettingRow {
  readonly name: string
  /** As `CONFIG GET` prints it. */
  readonly value: string
  readonly isSecret: boolean
  /** null: the compiled-in default differs from machine to machine. */
  readonly default: string | null
  /** The lines that set it, in load order; empty: the default. */
  readonly by: readonly DirectiveUse[]
  /** Lines that a later one replaced. */
  readonly shadowed: readonly DirectiveUse[]
}

/** Every setting by name, each once however many names it has. */
export function settingRows({ settings }: ServerModel, schema: Schema): readonly SettingRow[] {
  const unique = [...new Set(settings.values())]
  return unique.map((setting) => rowOf(setting, schema)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function rowOf({ name, value, origin, shadowed }: Setting, schema: Schema): SettingRow {
  const facts = schema.directive(name)
  const by = origin.kind === 'set' ? origin.by : []
  return { name, value, isSecret: value !== '' && isSensitive(name, facts?.flags ?? []), default: facts?.default ?? null, by, shadowed }
}

/** A line has set it to something other than the default. */
export const differs = (row: SettingRow): boolean => row.by.length > 0 && row.value !== row.default

export const valueShown = ({ value, isSecret, by }: SettingRow, project: Project, showSecrets: boolean): string =>
  (showSecrets ? value : isSecret ? MASK : withoutSecrets(value, by, project))
