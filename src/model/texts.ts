import { MISSING, NOT_A_FOLDER } from './path-faults.ts'
import type { DirectiveUse, LoadStep } from './project.ts'
import { checkLogFile } from './settings/files.ts'
import { refuseLine, refuseStart, valueOf, type Startup } from './startup.ts'
import { cString } from './values/c-text.ts'

/** Included text begins. */
export function openText(start: Startup, by: DirectiveUse | null): void {
  start.texts.push({ by, replicaOf: null })
  start.save.seenInText.push(false)
  start.save.accumulating = true
}

/** What is looked at when a text ends, an included one like the whole. */
export function closeText(start: Startup): void {
  checkLogFile(start)
  checkReplicaOfInCluster(start)
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
  const own = start.texts.at(-1)?.replicaOf ?? null
  const { schema } = start
  const name = schema.directive('slaveof')?.name ?? 'slaveof'
  const message = `${name} directive not allowed in cluster mode`
  if (!schema.has('cluster-replicaof-has-line')) refuseStart(start, use, { message, code: 'cluster-with-replicaof' })
  else if (own === null) refuseStart(start, use, { message, code: 'crash' }, true)
  else refuseLine(start, own, { message, code: 'cluster-with-replicaof' })
}

const CRASH = 'Segmentation fault'

/** An include that could not be followed ends the server: it says so in its log, or dies of a stack overflow. */
export function deadInclude(start: Startup, { by, problem }: Extract<LoadStep, { kind: 'dead-include' }>): void {
  const words = by.node.args
  const path = cString(words[0]?.value ?? '')
  switch (problem) {
    case 'missing':
    case 'through-file': {
      const reason = start.schema.has('include-error-has-reason') ? `: ${problem === 'missing' ? MISSING : NOT_A_FOLDER}` : ''
      refuseStart(start, by, { message: `Fatal error, can't open config file '${path}'${reason}`, code: 'missing-include', words })
      break
    }
    case 'cycle':
      refuseStart(start, by, { message: CRASH, code: 'include-cycle', words }, true)
      break
    case 'too-deep':
      refuseStart(start, by, { message: CRASH, code: 'crash', words }, true)
      break
    case 'too-many':
      refuseStart(start, by, { message: 'more included texts than can be followed here', code: 'other', words })
  }
}
