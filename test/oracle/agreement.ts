import { dryRun } from '../../src/model/dry-run.ts'
import type { FileStatus, Host } from '../../src/model/host.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import type { ServerModel } from '../../src/model/server-model.ts'
import { NOT_ASKED, type Answer } from './answer.ts'
import type { OracleCase } from './cases.ts'

/** What the model says of a case, in the form of a server's answer. */
export async function answerOfModel(given: OracleCase, target: string): Promise<Answer> {
  const model = await modelOf(given, target)
  const [first] = model.problems
  if (first === undefined) return { started: true, settings: given.sentinel === true ? null : await settingsOf(model, target) }
  const { stage, line, message, crash } = first
  return { started: false, stage, line, message, crash }
}

async function modelOf(given: OracleCase, target: string): Promise<ServerModel> {
  const mode = given.sentinel === true ? 'sentinel' : 'server'
  const entry = Object.keys(given.files)[0] ?? ''
  const files = { ...given.files, [entry]: withSocket(given.files[entry] ?? '') }
  return dryRun(await loadProject({ entry, host: hostOf({ ...given, files }), target, mode }))
}

/** The servers were given a socket on the command line, which is read as one more line; a newline stands before it. */
const withSocket = (text: string): string => `${text}\nunixsocket .oracle.sock\n`

/** The files of a case with the permissions that they have where servers read them. */
function hostOf({ files, executable = [] }: OracleCase): Host {
  const modes = new Map(Object.keys(files).map((path): [string, FileStatus] =>
    [`/${path}`, { mode: executable.includes(path) ? 0o755 : 0o644, uid: 0, gid: 0 }]))
  return { ...memoryHost(files), stat: (path) => Promise.resolve(modes.get(path) ?? null) }
}

async function settingsOf(model: ServerModel, target: string): Promise<Record<string, string>> {
  const plain = await modelOf({ files: { 'redis.conf': '' } }, target)
  const found = [...model.settings].filter(([name, { value }]) => !NOT_ASKED.has(name) && plain.settings.get(name)?.value !== value)
  return Object.fromEntries(found.map(([name, { value }]) => [name, value]))
}

/** What must be equal of two answers: of a refused line all, of a later refusal whether it is a crash, of a start every setting that was asked. */
export function comparable(answer: Answer, settingsAsked: boolean): unknown {
  if (answer.started) return { started: true, settings: settingsAsked ? answer.settings : null }
  const { stage, line, message, crash } = answer
  return stage === 'line' ? { started: false, stage, line, message } : { started: false, crash }
}
