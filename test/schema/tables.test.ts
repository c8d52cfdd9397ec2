/**
 * The tables of each release, rebuilt from change points. With the measured facts beside the
 * repository everything is compared; without, the digest of what was found equal then.
 * `UPDATE=1` writes the digests anew, and only beside the facts.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generatedFiles } from '../../scripts/schema-tables/generated-files.ts'
import { readCategories, readFacts, readFirstSeen, type Facts, type MeasuredCommand, type MeasuredDirective, type MeasuredKeySpec } from '../../scripts/schema-tables/facts.ts'
import { RELEASES, type CommandTable, type DirectiveFacts, type KeySpec, type Schema } from '../../src/schema/index.ts'
import { known } from './known.ts'

const FACTS = new URL('../../../shared/facts', import.meta.url).pathname
const DIGESTS = new URL('tables.json', import.meta.url)
const haveFacts = existsSync(FACTS)

interface Table { readonly directives: number; readonly commands: number; readonly sentinel: number; readonly sentinelCommands: number; readonly sha256: string }

function rebuilt(schema: Schema): Table {
  const directives = schema.directives()
  const commands = everyCommand(schema.commands)
  const sentinelCommands = everyCommand(schema.sentinelCommands)
  const sentinel = schema.sentinelDirectives()
  const everything = { directives, commands, categories: schema.commands.categories, sentinel, sentinelCommands }
  const text = JSON.stringify(everything, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  return {
    directives: directives.length,
    commands: commands.length,
    sentinel: sentinel.length,
    sentinelCommands: sentinelCommands.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

const everyCommand = (table: CommandTable): unknown[] => table.names.map((name) => table.get(name))

const tables: Record<string, Table> = Object.fromEntries(RELEASES.map(({ id }) => [id, rebuilt(known(id))]))
if (process.env['UPDATE'] === '1' && haveFacts) writeFileSync(DIGESTS, `${JSON.stringify(tables, null, 1)}\n`)

test.each(RELEASES.map(({ id }) => id))('%s: the rebuilt tables are those that were compared with the facts', (id) => {
  const digests = JSON.parse(readFileSync(DIGESTS, 'utf8')) as Record<string, Table>
  expect(tables[id]).toEqual(digests[id])
})

describe.runIf(haveFacts)('beside the measured facts', () => {
  test('generating again gives the committed files, byte for byte', () => {
    for (const [name, text] of generatedFiles(FACTS)) {
      expect(readFileSync(new URL(`../../src/schema/data/${name}`, import.meta.url), 'utf8'), name).toBe(text)
    }
  })

  describe.each(RELEASES)('$id', ({ id }) => {
    const schema = known(id)
    // Read within the tests: a describe's body runs even where it is skipped.
    const measuredFacts = (): Facts => readFacts(FACTS, schema.series)

    test('directives', () => {
      const facts = measuredFacts()
      const expected = Object.entries(facts.directives)
        .filter(([name]) => name !== '<module>.<config>' && name !== 'client-default-resp' && name !== 'req-res-logfile')
      const ignored = facts.deprecatedIgnored.map(({ name }) => name)
      const names = new Set([...expected.map(([name]) => name), ...ignored])
      expect(schema.directives().map(({ name }) => name)).toEqual([...names].sort())
      for (const name of ignored) expect(schema.directive(name)).toMatchObject({ type: 'ignored', arity: { min: 1, max: 1 }, default: null })
      for (const [name, measured] of expected) expect(measuredView(schema.directive(name)!), name).toEqual(measuredOf(name, measured, facts))
    })

    test('every alias resolves, in any case', () => {
      for (const [name, { aliases = [] }] of Object.entries(measuredFacts().directives)) {
        for (const alias of aliases) expect(schema.directive(alias.toUpperCase())?.name, alias).toBe(name)
      }
    })

    test('CONFIG GET prints these names and, but for what the measuring set itself, these defaults', () => {
      const printed = new Map(schema.directives().flatMap((facts) => facts.shown.map((name) => [name, facts.default])))
      // Before 7.0 watchdog-period can be set and printed, but not in a file.
      const settings = Object.entries(measuredFacts().configGet).filter(([name]) => name !== 'watchdog-period')
      expect([...printed.keys()].sort()).toEqual(settings.map(([name]) => name).sort())
      for (const [name, value] of settings) {
        if (!['port', 'save', 'dir'].includes(name)) expect(printed.get(name), name).toBe(value)
      }
    })

    test('commands, their categories and their keys', () => {
      const facts = measuredFacts()
      compareCommands(schema.commands, facts.commands)
      // Before 6.2 a sentinel can't be asked for its table.
      if (schema.has('sentinel-acl')) compareCommands(schema.sentinelCommands, facts.sentinelCommands)
    })

    test.runIf(schema.has('acl'))('ACL CAT lists the same commands', () => {
      const byCategory = new Map(schema.commands.categories.map((category) => [category, [] as string[]]))
      for (const name of schema.commands.names) for (const category of schema.commands.get(name)!.categories) byCategory.get(category)!.push(name)
      const listed = readCategories(FACTS, schema.series)
      expect([...byCategory.keys()].sort()).toEqual(Object.keys(listed).sort())
      for (const [category, names] of byCategory) expect(names.sort(), category).toEqual([...listed[category]!].sort())
    })

    test('sentinel', () => {
      const facts = measuredFacts()
      expect(schema.sentinelDirectives().map(({ name }) => name).sort()).toEqual(Object.keys(facts.sentinel).sort())
      for (const [name, { aliases, args, needsMaster, phase }] of Object.entries(facts.sentinel)) {
        const [min, max] = args.exact === undefined ? [Math.min(...args.oneOf!), Math.max(...args.oneOf!)] : [args.exact, args.exact]
        const arity = { min, max, multipleOf: 1 }
        for (const word of [name, ...aliases]) expect(schema.sentinel(word)).toMatchObject({ name, aliases, arity, needsMaster, phase: phase.replace(' ', '-') })
      }
    })
  })

  test('names come with the patch that first had them', () => {
    for (const [name, servers] of Object.entries(readFirstSeen(FACTS))) {
      for (const [patches] of Object.values(servers['redis'] ?? {}).map((range) => [range.split('..')] as const)) {
        if (patches[0] === 'all') continue
        const [first = '', last = first] = patches
        const before = first.replace(/\d+$/, (n) => String(Number(n) - 1))
        expect(known(`redis@${first}`).directive(name), `${name} in ${first}`).not.toBeNull()
        expect(known(`redis@${last}`).directive(name), `${name} in ${last}`).not.toBeNull()
        if (!first.endsWith('.0')) expect(known(`redis@${before}`).directive(name), `${name} in ${before}`).toBeNull()
      }
    }
  })
})

/** A directive in the words of the measured tables. */
function measuredView(facts: DirectiveFacts): unknown {
  const { name, type, aliases, values, multiArg, emptyIsNull, modifiable, flags, allowedChars, lenient } = facts
  return { name, type, aliases, values, multiArg, emptyIsNull, modifiable, flags, allowedChars, lenient, min: facts.min, max: facts.max }
}

function measuredOf(name: string, measured: MeasuredDirective, facts: Facts): unknown {
  const ignored = measured.type === 'dead' || facts.deprecatedIgnored.some((directive) => directive.name === name)
  return {
    name,
    type: ignored ? 'ignored' : measured.type,
    aliases: measured.aliases ?? [],
    values: measured.enum ?? [],
    multiArg: measured.multiArg ?? false,
    emptyIsNull: measured.emptyIsNull ?? false,
    modifiable: !ignored && measured.modifiable === true,
    flags: (measured.flags ?? []).filter((flag) => flag !== 'multi_arg'),
    allowedChars: measured.allowedChars ?? null,
    lenient: measured.strict === false,
    min: measured.min === undefined ? null : BigInt(measured.min),
    max: measured.max === undefined ? null : BigInt(measured.max),
  }
}

function compareCommands(table: CommandTable, measured: Readonly<Record<string, MeasuredCommand>>): void {
  const names: string[] = []
  const compare = (name: string, command: MeasuredCommand): void => {
    names.push(name)
    const facts = table.get(name)!
    expect(facts, name).toMatchObject({
      name,
      arity: command.arity,
      flags: command.flags,
      categories: command.categories ?? command.aclCategories ?? [],
      firstKey: command.firstKey ?? 0,
      lastKey: command.lastKey ?? 0,
      step: command.step ?? 0,
    })
    expect(facts.keySpecs.map(flatSpec), name).toEqual((command.keySpecs ?? []).map(({ flags, begin_search, find_keys }) => ({ flags, begin_search, find_keys })))
    const subcommands = Object.entries(command.subcommands ?? {})
    expect([...facts.subcommands].sort(), name).toEqual(subcommands.map(([sub]) => `${name}|${sub}`).sort())
    for (const [sub, subcommand] of subcommands) compare(`${name}|${sub}`, subcommand)
  }
  for (const [name, command] of Object.entries(measured)) compare(name.toLowerCase(), command)
  expect([...table.names].sort()).toEqual(names.sort())
}

/** A key specification in the words of COMMAND INFO. */
function flatSpec({ flags, begin, find }: KeySpec): MeasuredKeySpec {
  return {
    flags,
    begin_search: ['type', begin.type, 'spec',
      begin.type === 'index' ? ['index', begin.index]
      : begin.type === 'keyword' ? ['keyword', begin.keyword, 'startfrom', begin.startFrom]
      : []],
    find_keys: ['type', find.type, 'spec',
      find.type === 'range' ? ['lastkey', find.lastKey, 'keystep', find.keyStep, 'limit', find.limit]
      : find.type === 'keynum' ? ['keynumidx', find.keyNumIndex, 'firstkey', find.firstKey, 'keystep', find.keyStep]
      : []],
  }
}
