import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoryHost } from '../../src/model/memory-host.ts'
import { loadProject } from '../../src/model/load.ts'
import type { Host } from '../../src/model/host.ts'
import { lint } from '../../src/lint.ts'
import * as registry from '../../src/rules/index.ts'
import { rules } from '../../src/rules/list.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { ruleIndex, rulePage } from './rule-page.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = join(ROOT, 'docs/rules')
const UPDATE = process.env['UPDATE'] !== undefined

/** Paths below a folder, without `extension`, sorted. */
function filesIn(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension)).map((path) => path.slice(0, -extension.length)).sort()
}

/** What they look at, a fixture's files do not have: modes and owners. They have tests of their own. */
const HOST_RULES = ['persistence/file-readable-by-others']

const homes = rules.map(({ meta }) => `${meta.category}/${meta.id}`).sort()
const sourceOf = (home: string): string => readFileSync(join(ROOT, `src/rules/${home}.ts`), 'utf8')

describe('every rule', () => {
  test('has one file, one line in the registry and an export named after it', () => {
    const files = filesIn(join(ROOT, 'src/rules'), '.ts').filter((path) => path.includes('/') && sourceOf(path).includes(': Rule = {'))
    expect(files).toEqual(homes)
    const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    for (const [name, { meta }] of Object.entries(registry)) expect(name).toBe(camel(meta.id))
    expect(new Set(rules.map(({ meta }) => meta.id)).size).toBe(rules.length)
  })

  test('has a fixture', () => {
    const without = homes.filter((home) => !filesIn(join(ROOT, 'test/rules'), '.md').includes(home))
    expect(without).toEqual(HOST_RULES)
    expect(filesIn(join(ROOT, 'test/rules'), '.md').filter((home) => !homes.includes(home))).toEqual([])
  })

  test('has a page, and it is fresh', () => {
    if (UPDATE) rmSync(PAGES, { recursive: true, force: true })
    for (const rule of rules) {
      const path = join(PAGES, rule.meta.category, `${rule.meta.id}.md`)
      if (UPDATE) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, rulePage(rule))
      }
      expect(readFileSync(path, 'utf8'), `${rule.meta.id}: run UPDATE=1 npx vitest run test/project`).toBe(rulePage(rule))
    }
    expect(filesIn(PAGES, '.md').filter((path) => path.includes('/'))).toEqual(homes)
    if (UPDATE) writeFileSync(join(PAGES, 'README.md'), ruleIndex(rules))
    expect(readFileSync(join(PAGES, 'README.md'), 'utf8')).toBe(ruleIndex(rules))
  })

  test.each(rules.map((rule) => [rule.meta.id, rule] as const))('%s says what it is for', (_, { meta }) => {
    expect(meta.summary).toMatch(/^[^A-Z].*[^.]$|^[A-Z]{2,}.*[^.]$/)
    expect(meta.why.length).toBeGreaterThan(80)
    expect(meta.fixing.length).toBeGreaterThan(20)
    expect(`${meta.summary} ${meta.why} ${meta.fixing}`).not.toMatch(/\bshould\b|invalid configuration/)
  })

  test.each(rules.map((rule) => [rule.meta.id, rule] as const))('%s is triggered by its bad example, not by its good one', async (_, rule) => {
    expect(await findingsIn(rule, rule.meta.bad)).toContain(rule.meta.id)
    expect(await findingsIn(rule, rule.meta.good)).not.toContain(rule.meta.id)
  })

  test('never names a release: it asks the schema', () => {
    const offenders = homes.filter((home) => {
      const code = sourceOf(home).replace(/^ {2}meta: \{[^]*?^ {2}\},$/m, '').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
      return /['"`](?:redis|valkey)[@-]\d|release\.(?:version|series)\s*[=!<>]/.test(code)
    })
    expect(offenders).toEqual([])
  })

  test('stays small', () => {
    const long = homes.filter((home) => sourceOf(home).split('\n').length > 120)
    expect(long).toEqual([])
  })
})

/** Examples are read from a disk where everybody may read everything, so that rules about files have something to say. */
async function findingsIn({ meta }: Rule, text: string): Promise<readonly string[]> {
  const isAcl = meta.appliesTo?.includes('acl') === true && text.startsWith('user ') && meta.category === 'acl'
  const entry = isAcl ? 'users.acl' : meta.appliesTo?.includes('server') === false ? 'sentinel.conf' : 'redis.conf'
  const host: Host = { ...memoryHost({ [entry]: text }), stat: () => Promise.resolve({ mode: 0o644, uid: 0, gid: 0 }) }
  const target = /target (\S+)/.exec(text)?.[1]
  const project = await loadProject({ entry, host, ...(target === undefined ? {} : { target }), ...(meta.runtime === undefined ? {} : { runtime: meta.runtime }) })
  return lint(project, { preset: 'strict', today: '2026-11-21' }).map(({ rule }) => rule)
}
