import type { Diagnostic, Range } from '../diagnostic.ts'
import { rules } from '../rules/list.ts'
import type { Category, RuleMeta, Severity } from '../rules/rule.ts'
import { uriOf } from './file-uri.ts'
import { fingerprints } from './fingerprint.ts'
import { literalEdits, type LiteralEdit } from './literal-edits.ts'
import type { LintReport } from './lint-report.ts'
import { jsonText } from './json-text.ts'

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
/** GitHub's scale: above 9 critical, from 7 high, from 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', info: '2.0' }
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' }
/** Categories that are about whether the server works, not about who may harm it. */
const NOT_SECURITY: readonly Category[] = ['startup', 'upkeep', 'limits', 'logging']

const HOME = 'https://github.com/redis-conf-lint/redis-conf-lint'

/** SARIF 2.1.0, as code scanning takes it. All rules are listed, so that only results change from run to run; ignored findings are left out. */
export function sarif(report: LintReport): string {
  const metas = rules.map(({ meta }) => meta)
  const prints = fingerprints(report)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'redis-conf-lint', version: report.version, semanticVersion: report.version, informationUri: HOME, rules: metas.map(ruleOf) } },
      automationDetails: { id: 'redis-conf-lint/' },
      columnKind: 'utf16CodeUnits',
      results: report.diagnostics.map((diagnostic) => ({
        ...resultOf(diagnostic, report),
        ruleIndex: metas.findIndex(({ id }) => id === diagnostic.rule),
        partialFingerprints: { 'redisConfLint/v1': prints.get(diagnostic) },
      })),
    }],
  }
  return jsonText(log)
}

function ruleOf(meta: RuleMeta): object {
  const { id, summary, severity, category, why, fixing, references } = meta
  const isSecurity = !NOT_SECURITY.includes(category)
  const cwes = references.filter((reference) => /^CWE-\d+$/.test(reference)).map((reference) => `external/cwe/${reference.toLowerCase()}`)
  const page = `${HOME}/blob/main/docs/rules/${category}/${id}.md`
  return {
    id,
    name: id,
    shortDescription: { text: summary },
    fullDescription: { text: why.replaceAll(/\s+/g, ' ').slice(0, 1024) },
    help: { text: `${why}\n\n${fixing}`, markdown: `${why}\n\n**Fix.** ${fixing}\n\n[More](${page})` },
    helpUri: page,
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: [...(isSecurity ? ['security'] : []), category, ...cwes],
      precision: 'very-high',
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITY[severity] } : { 'problem.severity': PROBLEM_SEVERITY[severity] }),
    },
  }
}

function resultOf(diagnostic: Diagnostic, report: LintReport): object {
  const { rule, severity, message, advice, related } = diagnostic
  const edits = literalEdits(diagnostic, report)
  return {
    ruleId: rule,
    level: LEVEL[severity],
    message: { text: [message, ...(advice === undefined ? [] : [advice])].join('. ') },
    locations: [{ physicalLocation: physical(diagnostic) }],
    ...(related.length === 0 ? {} : {
      relatedLocations: related.map((other, i) => ({ id: i + 1, physicalLocation: physical(other), message: { text: other.message } })),
    }),
    ...(edits.length === 0 ? {} : { fixes: [{ description: { text: diagnostic.fix?.title }, artifactChanges: changes(edits) }] }),
  }
}

const physical = ({ path, start, end }: Range): object => ({ artifactLocation: { uri: uriOf(path) }, region: region({ path, start, end }) })

const region = ({ start, end }: Range): object => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column })

function changes(edits: readonly LiteralEdit[]): readonly object[] {
  return [...new Set(edits.map(({ path }) => path))].map((path) => ({
    artifactLocation: { uri: uriOf(path) },
    replacements: edits.filter((edit) => edit.path === path).map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } })),
  }))
}
