import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Diagnostic } from '../diagnostic.ts'
import { serverOf, type LintReport } from './lint-report.ts'
import { shown, sourceLine } from './source-line.ts'

/**
 * What tells each finding from others and stays the same when lines move: the rule, the file, the line as
 * it may be shown (never a secret), and which of several alike it is. 64 hexadecimal digits.
 */
export function fingerprints(report: LintReport): ReadonlyMap<Diagnostic, string> {
  const seen = new Map<string, number>()
  return new Map(report.diagnostics.map((diagnostic) => {
    const identity = [diagnostic.rule, diagnostic.path, lineOf(diagnostic, report)].join('\0')
    const occurrence = (seen.get(identity) ?? 0) + 1
    seen.set(identity, occurrence)
    return [diagnostic, bytesToHex(sha256(utf8ToBytes(`${identity}\0${occurrence}`)))]
  }))
}

function lineOf({ path, start, end }: Diagnostic, report: LintReport): string {
  if (start.offset === end.offset) return ''
  const project = serverOf(report, path)?.project
  const source = project === undefined ? null : sourceLine(project, path, start.line)
  return source === null ? '' : shown(source, source.start, source.start + source.text.length).trim()
}
