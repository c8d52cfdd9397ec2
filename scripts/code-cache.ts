import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stockConfig } from '../bench/stock-config.ts'

/** Where V8 keeps the hash of its flags in a code cache, in words of 32 bits (v8/src/snapshot/code-serializer.h, SerializedCodeData). */
const FLAG_HASH = 3

/**
 * What V8 compiled of the program while it checked a stock file and a careless one. It is made with a fixed
 * hash seed, so that it has the same bytes each time, and then given the flag hash of a Node without that flag, before the
 * program sets its own.
 */
export function codeCache(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'code-cache-'))
  try {
    const config = join(folder, 'redis.conf')
    writeFileSync(config, `${stockConfig()}bind 0.0.0.0\nprotected-mode no\n`)
    const cache = compiled(['--hash-seed=1'], ['--target', 'redis@7.2', config], folder)
    usualFlagHash().copy(cache, FLAG_HASH * 4)
    return cache
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The code cache of dist/cli.js after a run with these words. */
function compiled(flags: readonly string[], words: readonly string[], folder: string): Buffer {
  const cli = resolve('dist/cli.js')
  const file = join(folder, 'cache')
  const run = `process.argv.splice(1, 0, ${JSON.stringify(cli)}); const { createCachedData } = require(${JSON.stringify(cli)})
process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(file)}, createCachedData()))`
  const { status, stderr } = spawnSync(process.execPath, [...flags, '-e', run, '--', ...words], { env: { PATH: process.env['PATH'] } })
  if (status === null || status > 1) throw new Error(`the program did not run: ${String(stderr)}`)
  return readFileSync(file)
}

/** What V8 writes into the code cache of any script where no flag was given. */
function usualFlagHash(): Buffer {
  const { stdout } = spawnSync(process.execPath, ['-e', "process.stdout.write(new (require('node:vm').Script)('').createCachedData())"], { env: { PATH: process.env['PATH'] } })
  return stdout.subarray(FLAG_HASH * 4, (FLAG_HASH + 1) * 4)
}
