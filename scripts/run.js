// Runs a TypeScript file: Node 20 does not do so by itself. `node scripts/run.js scripts/build.ts [ARG…]`
import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

const [script, ...args] = process.argv.slice(2)
const outfile = join('node_modules/.cache', `${basename(script, '.ts')}.mjs`)
const url = JSON.stringify(pathToFileURL(script).href)
buildSync({ entryPoints: [script], outfile, define: { 'import.meta.url': url }, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' })
process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1
