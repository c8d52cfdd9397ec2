import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import type { Project, Runtime } from '../../src/model/project.ts'
import { print } from '../../src/parser/index.ts'
import { conciseLine } from '../../src/report/concise.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { lint, type LintOptions } from '../../src/lint.ts'
import { isEligible } from '../../src/fixer/candidates.ts'
import { fixProject } from '../../src/fixer/fix-project.ts'
import type { FixOptions } from '../../src/fixer/fix-result.ts'
import type { InputName } from '../../src/rules/rule.ts'
import { readCases, withExpectations, type Case } from './fixture.ts'

const ROOT = import.meta.dirname
const UPDATE = process.env['UPDATE'] !== undefined
const KNOWN_OPTIONS = /^(?:release|runtime|preset|addresses|admins|today|mode|escapes|input\.[\w-]+)$/

const fixtures = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort()

interface Outcome {
  readonly diagnostics: string
  readonly fixed: readonly { readonly path: string; readonly text: string }[]
}

describe.each(fixtures)('%s', (fixture) => {
  const path = join(ROOT, fixture)
  const rule = fixture.replace(/^.*\//, '').replace(/\.md$/, '')
  const markdown = readFileSync(path, 'utf8')
  const cases = readCases(markdown)

  if (UPDATE) {
    test('is rewritten', async () => {
      const outcomes = await Promise.all(cases.map((one) => outcomeOf(rule, one, releasesOf(one)[0])))
      writeFileSync(path, withExpectations(markdown, outcomes))
    })
    return
  }

  test('has a case that fires and one that stays silent', () => {
    expect(cases.some(({ diagnostics }) => diagnostics !== '')).toBe(true)
    expect(cases.some(({ diagnostics }) => diagnostics === '')).toBe(true)
    for (const { options, title } of cases) {
      for (const name of Object.keys(options)) expect(name, title).toMatch(KNOWN_OPTIONS)
    }
  })

  for (const { one, release } of cases.flatMap((one) => releasesOf(one).map((release) => ({ one, release })))) {
    test(`${one.title} (${release ?? 'newest'})`, async () => {
      const outcome = await outcomeOf(rule, one, release)
      expect(outcome.diagnostics).toBe(one.diagnostics)
      expect(outcome.fixed).toEqual(one.fixed)
    })
  }
})

function releasesOf({ options }: Case): readonly (string | undefined)[] {
  return options['release']?.split(',') ?? [undefined]
}

async function outcomeOf(rule: string, { files, options }: Case, release: string | undefined): Promise<Outcome> {
  const project = await loadCase(files, options, release)
  const fixOptions = { ...lintOptionsOf(options), only: [rule], inputs: inputsOf(options) }
  const mine = lint(project, fixOptions).filter((diagnostic) => diagnostic.rule === rule)
  const result = fixProject(project, fixOptions)
  expect(result.rejected).toEqual([])
  expectNothingLeft(result.left, rule, fixOptions)
  return {
    diagnostics: mine.map((diagnostic) => `${conciseLine(diagnostic)}\n`).join(''),
    fixed: [...result.files].map(([path, { after }]) => ({ path, text: hasEscapes(options) ? escaped(decode(after)) : decode(after) })),
  }
}

/** A second `--fix` finds nothing to do. */
function expectNothingLeft(left: readonly Diagnostic[], rule: string, options: FixOptions): void {
  expect(left.filter((diagnostic) => diagnostic.rule === rule && isEligible(diagnostic, options))).toEqual([])
}

async function loadCase(files: Case['files'], options: Case['options'], release: string | undefined): Promise<Project> {
  const host = memoryHost(Object.fromEntries(files.map(({ path, text }) => [path, encode(hasEscapes(options) ? unescaped(text) : text)])))
  const project = await loadProject({
    entry: files[0]?.path ?? '',
    host,
    ...(release === undefined ? {} : { target: release }),
    ...(options['runtime'] === undefined ? {} : { runtime: options['runtime'] as Runtime }),
    ...(options['mode'] === undefined ? {} : { mode: options['mode'] as Project['kind'] }),
  })
  for (const document of project.confs.values()) expect(Buffer.from(print(document)).toString('latin1')).toBe(document.file.text)
  return project
}

function lintOptionsOf(options: Case['options']): LintOptions {
  const { preset, addresses, admins, today } = options
  return {
    ...(preset === 'strict' ? { preset } : {}),
    ...(addresses === undefined ? {} : { addresses: addresses.split(',') }),
    ...(admins === undefined ? {} : { adminUsers: admins.split(',') }),
    ...(today === undefined ? {} : { today }),
  }
}

function inputsOf(options: Case['options']): NonNullable<FixOptions['inputs']> {
  const values: Partial<Record<InputName, string>> = {}
  for (const [name, value] of Object.entries(options)) {
    if (name.startsWith('input.')) values[name.slice('input.'.length) as InputName] = value.replaceAll('+', ' ')
  }
  let count = 0
  return { values, generatePassword: () => createHash('sha256').update(String(++count)).digest('hex') }
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

function decode(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8')
}

/** `escapes=yes`: bytes that no Markdown file holds well are written `\r` and `\0`; `\e` is a line without its end. */
const hasEscapes = (options: Case['options']): boolean => options['escapes'] === 'yes'
const unescaped = (text: string): string => text.replaceAll('\\r', '\r').replaceAll('\\0', '\0').replaceAll('\\e\n', '')
const escaped = (text: string): string => text.replaceAll('\r', '\\r').replaceAll('\0', '\\0')
