import { lint } from '../../lint.ts'
import { fixProject } from '../../fixer/fix-project.ts'
import { lineChanges } from '../../fixer/line-changes.ts'
import { secretValues } from '../../fixer/secret-values.ts'
import { reload } from '../../model/load.ts'
import { placeOf } from '../concise.ts'
import { plural } from '../counts.ts'
import type { Audit, AuditedPath, ZoneView } from './audit.ts'
import type { AuditedServer, AuditReport } from './audit-report.ts'
import type { Cause, LineToWrite } from './cause.ts'
import { shownLines } from '../source-line.ts'
import { diffView, fileView } from './file-view.ts'
import { graph, inWords } from './graph.ts'
import { html, type Markup } from './markup.ts'
import { STYLE } from './style.ts'
import { HEADINGS, rowOf } from './table.ts'
import { FROM, GRADE, HARM, LOGIN, placeIn, runtimeNote } from './words.ts'

/** One page that needs nothing else: it can be mailed, printed and read aloud. */
export function htmlAudit({ servers, version }: AuditReport): string {
  const several = servers.length > 1
  const name = several ? plural(servers.length, 'server') : placeOf(servers[0]?.audit.entry ?? '')
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>Audit of ${name}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">To the findings</a>
<header><h1>Audit of ${name}</h1></header>
<main id="main">
${several ? overview(servers) : null}
${servers.map((server, i) => section(server, `s${i + 1}`, several))}
</main>
<footer>Made by redis-conf-lint ${version}. Secrets are masked.</footer>
</body>
</html>
`.html
}

function overview(servers: readonly AuditedServer[]): Markup {
  return html`<table class="wide">
<thead><tr>${Object.values(HEADINGS).map((heading: string) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${servers.map(({ audit }, i) => {
  const { grade, entry, network, harms, first } = rowOf(audit)
  return html`<tr><td><span class="tag ${toneOf(audit)}">${grade}</span></td><td><a href="#s${i + 1}">${entry}</a></td><td>${network}</td><td>${harms}</td><td>${first === '' ? null : html`<code>${first}</code>`}</td></tr>
`
})}</tbody>
</table>`
}

const toneOf = ({ grade }: Pick<Audit, 'grade'>): 'good' | 'warn' | 'bad' => (grade <= 'B' ? 'good' : grade === 'C' ? 'warn' : 'bad')

function section(server: AuditedServer, id: string, several: boolean): Markup {
  const { audit } = server
  return html`<section id="${id}" aria-label="${placeOf(audit.entry)}">
${several ? html`<h2>${placeOf(audit.entry)}</h2>` : null}
${verdict(audit)}
${graph(audit, id)}
<ul>${audit.zones.map((zone) => zoneItem(zone, audit))}</ul>
${waysIn(audit)}
${plan(audit)}
${files(server)}
${list(audit)}
</section>`
}

function verdict(audit: Audit): Markup {
  const { grade, target, problem } = audit
  const note = runtimeNote(audit)
  return html`<div class="verdict"><span class="grade ${toneOf(audit)}" role="img" aria-label="grade ${grade}">${grade}</span>
<div><p><strong>${sentence(GRADE[grade])}</strong></p>
<p class="note">Checked as ${target}.</p>
${note === null ? null : html`<p class="note">${sentence(note)}</p>`}
${problem === null ? null : html`<p class="note">This server does not start: ${problem}. What follows is about the lines that are fine.</p>`}</div></div>`
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`

const zoneItem = (zone: ZoneView, { entry }: Audit): Markup => html`<li>${inWords(zone)} ${cause(zone.because, entry)}</li>
`

function cause({ text, path, line }: Cause, entry: string): Markup {
  if (path === null) return html`<span class="why">Default: ${text}</span>`
  return html`<span class="why"><code>${text}</code> (${placeIn({ path, line }, placeOf(entry))})</span>`
}

function waysIn(audit: Audit): Markup {
  if (audit.paths.length === 0) return html`<h2>Ways in</h2><p>None was found.</p>`
  return html`<h2>Ways in</h2>
<p class="note">Worst first. Open one for its steps and the lines that close it.</p>
${audit.paths.map((path, i) => way(path, audit, i === 0))}`
}

function way(path: AuditedPath, { entry }: Audit, isFirst: boolean): Markup {
  const { harm, title, zones, login, steps, advisories } = path
  return html`<details${isFirst ? html` open` : null}><summary><span class="tag ${OWNS.has(harm) ? 'bad' : 'warn'}">${HARM[harm]}</span> ${title}</summary>
<p class="note">${sentence(`${zones.map((zone) => FROM[zone]).join(', ')}, ${LOGIN[login]}`)}</p>
<ol class="steps">${steps.map(({ does, sends, because }) => html`<li>${does}${sends === null ? null : html`: <code>${sends}</code>`} ${cause(because, entry)}</li>
`)}</ol>
${advisories.length === 0 ? null : html`<p class="note">Published flaws: ${advisories.join(', ')}. A distribution may have mended them without a new number.</p>`}
${closedBy(path, entry)}
</details>
`
}

const OWNS: ReadonlySet<AuditedPath['harm']> = new Set(['take-over', 'read', 'wipe'])

function closedBy({ cuts }: AuditedPath, entry: string): Markup {
  if (cuts.length === 0) return html`<p>No line of a configuration closes it: upgrade, or put a firewall before it.</p>`
  return html`<p>Closed by ${cuts.length === 1 ? '' : 'any of these'}:</p>
<ul>${cuts.map((cut) => html`<li>${cut.map((line, i) => html`${i === 0 ? null : html` and <br>`}${written(line, entry)}`)}</li>
`)}</ul>`
}

const written = (line: LineToWrite, entry: string): Markup => html`<code>${line.text}</code> (${placeIn(line, placeOf(entry))})`

function plan({ raises, entry }: Audit): Markup | null {
  if (raises.length === 0) return null
  return html`<h2>What would raise the grade</h2>
<ol class="steps">${raises.map(({ lines, to, left }) => html`<li>${lines.map((line, i) => html`${i === 0 ? null : html`<br>`}${written(line, entry)}`)}
<span class="why">Grade ${to}, ${left === 0 ? 'no way left' : `${plural(left, 'way')} left`}. ${lines[0]?.consequence ?? null}</span></li>
`)}</ol>`
}

function files({ project }: AuditedServer): Markup {
  const found = lint(project)
  const documents = [...project.confs.values(), ...project.acls.values()]
  return html`<h2>The files</h2>
${documents.map((document) => fileView(document, found.filter(({ path }) => path === document.file.path), project))}
${beforeAndAfter(project)}`
}

/** Stands in for the password that \`--fix\` makes up; it is masked like any other. */
const A_PASSWORD = '5c7e1f04b9d2836a4e0f7d15c28b93a6f1e8047b6d3c95a2184f60ebd7392ca5'

function beforeAndAfter(project: AuditedServer['project']): Markup {
  const { files, applied } = fixProject(project, { inputs: { generatePassword: () => A_PASSWORD } })
  if (files.size === 0) return html`<h2>Before and after <code>--fix</code></h2><p>It would change nothing.</p>`
  const after = reload(project, new Map(Array.from(files, ([path, text]) => [path, text.after])))
  const views = Array.from(files, ([path, texts]) => {
    const old = project.confs.get(path) ?? project.acls.get(path)
    const now = after.confs.get(path) ?? after.acls.get(path)
    if (old === undefined || now === undefined) return null
    return diffView({ path, before: shownLines(old, project), after: shownLines(now, after, secretValues(project)), changes: lineChanges(path, texts.before, texts.after, applied) })
  })
  return html`<h2>Before and after <code>--fix</code></h2>
${views}`
}

function list({ checklist }: Audit): Markup {
  return html`<h2>What the well-known guides ask for</h2>
<table class="wide list"><thead><tr><th scope="col">State</th><th scope="col">They ask to</th><th scope="col">Seen</th></tr></thead>
<tbody>${checklist.map(({ asks, state, why }) => html`<tr><td><span class="tag ${state === 'done' ? 'good' : state === 'to do' ? 'bad' : 'warn'}">${state === 'not to be seen from here' ? 'not seen' : state}</span></td><td>${asks}</td><td>${state === 'not to be seen from here' ? `Not to be seen from here: ${why}` : why}</td></tr>
`)}</tbody></table>`
}
