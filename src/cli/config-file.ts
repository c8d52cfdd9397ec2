import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isProblem, type Problem } from './problem.ts'
import { codeOf } from './node-host.ts'
import type { Config } from './config-fields.ts'

const NAMES = ['redis-conf-lint.config.json', '.redis-conf-lintrc.json']

/** Reads the file that was named; else the one of the nearest folder that has one, from `cwd` up to the root of the repository. */
export async function readConfig(named: string | null, cwd: string): Promise<Config | Problem> {
  if (named !== null) return parse(named, readText(resolve(cwd, named)) ?? { problem: `can't read the configuration ${named}: there is no such file` })
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of NAMES) {
      const text = readText(join(folder, name))
      if (text !== null) return parse(join(folder, name), text)
    }
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return {}
  }
}

/** null: there is no such file. */
function readText(path: string): string | Problem | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : { problem: `can't read the configuration ${path}: ${String(codeOf(error))}` }
  }
}

async function parse(path: string, text: string | Problem): Promise<Config | Problem> {
  if (typeof text !== 'string') return text
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problem: `${path} is not JSON: ${error instanceof Error ? error.message : ''}` }
  }
  const { checkConfig } = await import('./config-fields.ts')
  const config = checkConfig(value)
  return isProblem(config) ? { problem: `${path}: ${config.problem}` } : config
}
