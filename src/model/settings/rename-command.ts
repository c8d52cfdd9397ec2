import type { CommandTable } from '../../schema/schema.ts'
import type { DirectiveUse } from '../project.ts'
import { refuseLine, refuseStart, type Startup } from '../startup.ts'

const ASSERTION = '=== ASSERTION FAILED ==='

/** Renames in the live table, so that a name renamed or removed above is not there any more. */
export function renameCommand(start: Startup, use: DirectiveUse): void {
  const [from, to] = use.node.args
  if (from === undefined || to === undefined) return
  const table = liveCommands(start)
  const name = from.value.toLowerCase()
  const original = table.get(name)
  const asSubcommand = name.includes('|') && start.schema.has('rename-subcommand-crashes')
  if (asSubcommand && isSubcommand(start, table, name)) {
    refuseStart(start, use, { message: ASSERTION, code: 'crash', words: [from] }, true)
    return
  }
  if (original === undefined || asSubcommand) {
    refuseLine(start, use, { message: 'No such command in rename-command', code: 'rename-unknown-command', words: [from] })
    return
  }
  table.delete(name)
  const target = to.value.toLowerCase()
  if (target !== '' && table.has(target)) {
    table.set(name, original)
    refuseLine(start, use, { message: 'Target command name already exists', code: 'rename-to-existing-command', words: [to] })
    return
  }
  if (target !== '') table.set(target, original)
  if (target === original) start.renames.delete(original)
  else start.renames.set(original, { use, command: original, to: target === '' ? null : to.value })
}

/** A name with a bar is looked up as a container, by its current name, and its subcommand. */
function isSubcommand(start: Startup, table: ReadonlyMap<string, string>, name: string): boolean {
  const [container = '', ...rest] = name.split('|')
  const original = table.get(container)
  return original !== undefined && commandsOf(start).get(`${original}|${rest.join('|')}`) !== null
}

const commandsOf = ({ schema, project }: Startup): CommandTable => (project.kind === 'sentinel' ? schema.sentinelCommands : schema.commands)

/** Built-in modules add their commands once everything was read, and an assertion fails where a name is taken by then (measured: 8.0.2, 8.0.6). */
export function checkBuiltInModules(start: Startup): void {
  for (const [name, original] of start.commands ?? []) {
    const rename = start.renames.get(original)
    if (rename === undefined || !isOfModule(start, name)) continue
    refuseStart(start, rename.use, { message: ASSERTION, code: 'crash', words: rename.use.node.args.slice(1) }, true)
  }
}

const isOfModule = (start: Startup, name: string): boolean => commandsOf(start).get(name)?.flags.includes('module') === true

/** Current name to original. Subcommands can't be renamed, and commands of built-in modules come later. */
function liveCommands(start: Startup): Map<string, string> {
  if (start.commands !== null) return start.commands
  const renamable = commandsOf(start).names.filter((name) => !name.includes('|') && !isOfModule(start, name))
  return (start.commands = new Map(renamable.map((name) => [name, name])))
}
