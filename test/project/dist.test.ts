import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { bundle } from '../../scripts/bundle.ts'
import { codeCacheName } from '../../scripts/program.ts'
import { VERSION } from '../../src/cli/version.ts'

const files = await bundle()

const CACHE = codeCacheName(files.get('program.js') ?? '')

describe.skipIf(!existsSync('dist'))('dist is what `npm run dist` makes of the sources', () => {
  test('no file is missing, and none is left over', () => {
    const found = readdirSync('dist', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.cache'))
    expect(found.map(({ parentPath, name }) => join(parentPath, name)).sort()).toEqual([...files.keys()].map((path) => join('dist', path)).sort())
  })

  test('each holds the same bytes', () => {
    const stale = [...files].filter(([path, text]) => !existsSync(join('dist', path)) || readFileSync(join('dist', path), 'utf8') !== text)
    expect(stale.map(([path]) => path)).toEqual([])
  })
})

test.skipIf(!existsSync('dist'))('a code cache is one of this very program', () => {
  const [program = ''] = CACHE.split('.')
  expect(readdirSync('dist').filter((name) => name.endsWith('.cache') && !name.startsWith(`${program}.`))).toEqual([])
})

test.runIf(existsSync(join('dist', CACHE)))('this V8 takes the code cache that was made for it', () => {
  const source = readFileSync('dist/program.js', 'latin1')
  const script = new Script(source, { filename: 'program.js', cachedData: readFileSync(join('dist', CACHE)) })
  expect(script.cachedDataRejected).toBe(false)
})

test('the library needs no Node', () => {
  const library = files.get('lib/index.js') ?? ''
  expect(library.length).toBeGreaterThan(100_000)
  expect(library).not.toMatch(/\bfrom\s*"(?:node:)?(?:fs|path|os|crypto|process|util|buffer)"|\brequire\(|\bprocess\.|\bBuffer\b/)
})

test('every package that is bundled has its licence', () => {
  const licences = files.get('THIRD-PARTY-LICENSES.txt') ?? ''
  for (const name of ['chevrotain', 'yargs', 'yargs-parser', 'picocolors', 'ipaddr.js', '@noble/hashes', 'tinyglobby', 'ignore', 'diff']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Za-z0-9.-]+\\)\\n\\n.{100}`, 'ms'))
  }
})

test('the version is that of the package', () => {
  expect(VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})
