import type { DirectiveUse } from '../project.ts'
import { assign, refuseLine, type Startup } from '../startup.ts'
import { asInt32, leadingInteger, strictInteger, wholeInteger } from '../values/integer.ts'
import type { Setter } from './setter.ts'

export const setReplicaOf: Setter = (start, use, [host = '', port = ''], facts) => {
  const { schema } = start
  const text = start.texts.at(-1)
  if (text !== undefined) text.replicaOf = use
  const isNoOne = host.toLowerCase() === 'no' && port.toLowerCase() === 'one'
  if (isNoOne && schema.has('replicaof-no-one')) {
    assign(start, facts.name, '', use)
    return
  }
  if (schema.has('replica-port-checked')) setChecked(start, use, host, port, facts.name)
  else setUnchecked(start, use, host, port, facts.name)
}

/** A full number, but kept in an `int` before its bounds are tested: 4294967297 is port 1 (measured: 6.0.16 to 9.1.2). */
function setChecked(start: Startup, use: DirectiveUse, host: string, port: string, name: string): void {
  const number = wholeInteger(port)
  const kept = number === null ? -1n : asInt32(number)
  if (kept >= 0n && kept <= 65535n) {
    assign(start, name, `${host} ${kept}`, use)
    return
  }
  const role = start.schema.has('says-primary') ? 'primary' : 'master'
  refuseLine(start, use, { message: `Invalid ${role} port`, code: 'invalid-value', words: use.node.args.slice(-1) })
}

/** atoi, and no bounds: `no one` is port 0 of the host `no`. */
function setUnchecked(start: Startup, use: DirectiveUse, host: string, port: string, name: string): void {
  const number = String(asInt32(leadingInteger(port).value))
  assign(start, name, `${host} ${number}`, use)
  const word = use.node.args.at(-1)
  if (word !== undefined && strictInteger(port)?.toString() !== number) start.misreads.push({ use, word, takenAs: number })
}
