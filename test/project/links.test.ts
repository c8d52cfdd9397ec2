import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = ['.', 'docs', 'samples'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name))).concat('docs/rules/README.md')

test.each(PAGES)('every file that %s links to is there', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const targets = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target).filter((target) => !target.includes('://'))
  expect(targets.filter((target) => !existsSync(join(ROOT, normalize(join(dirname(page), target)))))).toEqual([])
})
