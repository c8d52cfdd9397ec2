import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dryRun, fixProject, lint, loadProject, memoryHost } from '../../src/index.ts'
import { main } from '../../src/cli/main.ts'
import { bytePath, nodeHost } from '../../src/cli/node-host.ts'
import { PLAIN } from '../../src/report/palette.ts'

const README = readFileSync('README.md', 'utf8')

/** What the command line prints in the project's folder. */
async function outputOf(words: readonly string[]): Promise<string> {
  let out = ''
  await main(words, {
    out: (content) => { out += typeof content === 'string' ? content : Buffer.from(content).toString() },
    err: () => undefined,
    stdin: () => Promise.resolve(new Uint8Array()),
    palette: PLAIN, width: 80, env: {}, cwd: process.cwd(), isTerminal: false,
    host: nodeHost(bytePath(process.cwd())),
  })
  return out
}

const SESSIONS = Array.from(README.matchAll(/^```console\n\$ node dist\/cli\.js (.*)\n([^]*?)^```$/gm), ([, command = '', shown = '']) => [command, shown] as const)

test('the README shows sessions', () => { expect(SESSIONS.length).toBeGreaterThan(1) })

test.each(SESSIONS)('a session of the README is what is really printed: %s', async (command, shown) => {
  const out = await outputOf(command.split(' '))
  const isCut = shown.endsWith('…\n')
  expect(isCut ? out.slice(0, shown.length - 2) : out).toBe(isCut ? shown.slice(0, -2) : shown)
})

test('the library example of the README says what comes out', async () => {
  const [, text = ''] = /memoryHost\(\{ 'redis\.conf': '([^']*)' \}\)/.exec(README) ?? []
  const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': text.replaceAll('\\n', '\n') }), target: 'redis@7.2' })
  expect(README).toContain(`dryRun(project).starts                          // ${dryRun(project).starts}`)
  expect(README).toContain(`dryRun(project).problems[0]?.message            // '${dryRun(project).problems[0]?.message ?? ''}'`)
  const [first, second] = lint(project).map(({ rule }) => rule)
  expect(README).toContain(`// ['${first ?? ''}', '${second ?? ''}', …]`)
  expect(fixProject(project, { level: 'repair' }).files.size).toBe(1)
})
