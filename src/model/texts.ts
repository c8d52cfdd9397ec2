import type { DirectiveUse, LoadStep } from './project.ts'
import { checkLogFile } from './settings/files.ts'
import { refuseStart, valueOf, type Startup } from './startup.ts'

/** Included text begins. */
export function openText(start: Startup, by: DirectiveUse | null): void {
  start.texts.push({ by, replicaOf: null })
  start.save.seenInText.push(false)
  start.save.accumulating = true
}

/** What is looked at when a text ends, an included one like the whole. */
export function closeText(start: Startup): void {
  checkReplicaOfInCluster(start)
  checkLogFile(start)
  clampHz(start)
  const { schema } = start
  if (schema.has('io-threads-clamped') && Number(valueOf(start, 'io-threads')) > 16) start.amended.set('io-threads', '16')
  start.texts.pop()
  start.save.seenInText.pop()
  start.save.accumulating = false
}

function clampHz(start: Startup): void {
  if (!start.schema.has('hz-clamped')) return
  const hz = Number(valueOf(start, 'hz'))
  if (hz < 1) start.amended.set('hz', '1')
  if (hz > 500) start.amended.set('hz', '500')
}

/** A cluster node takes its master from the cluster. The releases that show the line die where it is not in the text that ends. */
function checkReplicaOfInCluster(start: Startup): void {
  if (valueOf(start, 'cluster-enabled') !== 'yes') return
  const replica = start.settings.get('replicaof') ?? start.settings.get('slaveof')
  if (replica === undefined || replica.value === '') return
  const [use] = replica.by
  const own = start.texts.at(-1)?.replicaOf
  const message = `${use.node.name.value.toLowerCase()} directive not allowed in cluster mode`
  const { schema } = start
  if (!schema.has('cluster-replicaof-has-line')) refuseStart(start, use, { message, code: 'cluster-with-replicaof' })
  else if (own === null || own === undefined) refuseStart(start, use, { message, code: 'crash' }, true)
  else start.problems.push({ stage: 'line', line: own.line, message, code: 'cluster-with-replicaof', crash: false, path: own.path, span: own.node.span })
}

const REASON = ': No such file or directory'

/** An include that could not be followed ends the server: it says so in its log, or dies of a stack overflow. */
export function deadInclude(start: Startup, { by, problem }: Extract<LoadStep, { kind: 'dead-include' }>): void {
  const path = by.node.args[0]?.value ?? ''
  const words = by.node.args
  if (problem === 'missing') {
    const reason = start.schema.has('include-error-has-reason') ? REASON : ''
    refuseStart(start, by, { message: `Fatal error, can't open config file '${path}'${reason}`, code: 'missing-include', words })
  } else if (problem === 'cycle') refuseStart(start, by, { message: 'Segmentation fault', code: 'include-cycle', words }, true)
  else refuseStart(start, by, { message: 'more included texts than can be followed', code: 'other', words })
}
