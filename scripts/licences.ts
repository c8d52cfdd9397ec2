import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of the packages that a bundle was made of. */
export function licences(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []))
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
