import type { Directive } from '../parser/conf-tree.ts'
import type { Schema } from '../schema/schema.ts'
import { cString } from './values/c-text.ts'

const ACTION_NAMES = ['include', 'loadmodule', 'rename-command', 'sentinel', 'user'] as const

/** A directive that is no setting: it does something where it stands. */
export type ActionName = (typeof ACTION_NAMES)[number]

export const isAction = (name: string): name is ActionName => ACTION_NAMES.some((action) => action === name)

/**
 * A directive with its name as the server takes it. Names that it compares one by one end at a NUL; those of settings, where
 * a table of them is looked up, do not (config.c:loadServerConfigFromString; measured: 6.0.16, 7.0.15 to 9.1.2).
 */
export function asNamed(node: Directive, schema: Schema): Directive {
  const { name } = node
  const value = cString(name.value)
  if (value === name.value || (isSetting(value, schema) && !schema.has('setting-names-end-at-nul'))) return node
  return { ...node, name: { ...name, value, starts: name.starts?.slice(0, value.length + 1) ?? null } }
}

function isSetting(name: string, schema: Schema): boolean {
  const facts = schema.directive(name)
  return facts === null || !(facts.type === 'ignored' || isAction(facts.name))
}
