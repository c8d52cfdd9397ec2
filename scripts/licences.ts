import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of the packages that a bundle was made of. */
export function licences(inputs: readonly string[]): string {
  // A plugin's name may stand before the path, as in `chevrotain-scanner:/…`.
  const paths = inputs.map((input) => input.replace(/^[\w-]+:/, ''))
  const folders = new Set(paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  const texts = [...folders].map(licenceOf).sort()
  return ['The files beside this one hold code of these packages.', ...new Set(texts)].join(`\n\n${'-'.repeat(80)}\n\n`)
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

function licenceOf(folder: string): string {
  const { name, version, license = 'unknown' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  const notice = readdirSync(folder).find((entry) => /^notice/i.test(entry))
  const texts = [file, notice].flatMap((entry) => (entry === undefined || !existsSync(join(folder, entry)) ? [] : [readFileSync(join(folder, entry), 'utf8').replaceAll('\r\n', '\n').trim()]))
  return [`${name} ${version} (${license})`, ...texts].join('\n\n')
}
