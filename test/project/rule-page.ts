import type { Rule } from '../../src/rules/rule.ts'

const FIX = {
  none: 'none: a person has to decide',
  safe: 'safe: nothing changes but the text',
  repair: 'repair: restores what was evidently meant',
  hardening: 'hardening: `--fix` applies it',
  input: 'input: applied when its values are given',
} as const

/** The page of a rule, `docs/rules/<category>/<id>.md`. */
export function rulePage({ meta }: Rule): string {
  const language = meta.bad.startsWith('user ') && meta.category === 'acl' ? 'acl' : 'conf'
  return `# ${meta.id}

${meta.summary[0]?.toUpperCase() ?? ''}${meta.summary.slice(1)}.

| severity | fix | preset |
|---|---|---|
| ${meta.severity}${meta.byExposure === true ? ', less when fewer can reach the server' : ''} | ${FIX[meta.fix]} | ${meta.preset} |

## Why it matters

${meta.why.trim()}

## The fix

${meta.fixing.trim()}

## Examples

Reported:

${fence(language, meta.bad)}

Not reported:

${fence(language, meta.good)}
${meta.references.length === 0 ? '' : `\n## References\n\n${meta.references.map((reference) => `- ${link(reference)}`).join('\n')}\n`}`
}

/** The list of all rules, `docs/rules/README.md`. */
export function ruleIndex(rules: readonly Rule[]): string {
  const categories = [...new Set(rules.map(({ meta }) => meta.category))].sort()
  const sections = categories.map((category) => {
    const rows = rules.filter(({ meta }) => meta.category === category)
      .map(({ meta }) => `| [${meta.id}](${category}/${meta.id}.md) | ${meta.summary} | ${meta.severity} | ${meta.fix} | ${meta.preset} |`).sort()
    return `## ${category}\n\n| rule | found | severity | fix | preset |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Rules\n\n${sections.join('\n')}`
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.endsWith('\n') ? text : `${text}\n`}\`\`\``
}

function link(reference: string): string {
  const cwe = /^CWE-(\d+)$/.exec(reference)
  if (cwe !== null) return `[${reference}](https://cwe.mitre.org/data/definitions/${cwe[1] ?? ''}.html)`
  if (/^CVE-\d+-\d+$/.test(reference)) return `[${reference}](https://nvd.nist.gov/vuln/detail/${reference})`
  return reference.startsWith('http') ? `<${reference}>` : reference
}
