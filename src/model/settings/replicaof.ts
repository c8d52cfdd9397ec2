import { assign, refuseLine } from '../startup.ts'
import { asInt32, leadingInteger, wholeInteger } from '../values/integer.ts'
import type { Setter } from './setter.ts'

export const setReplicaOf: Setter = (start, use, args, facts) => {
  const { schema } = start
  const [host = '', port = ''] = args
  const text = start.texts.at(-1)
  if (text !== undefined) text.replicaOf = use
  if (schema.has('replicaof-no-one') && host.toLowerCase() === 'no' && port.toLowerCase() === 'one') {
    assign(start, facts.name, '', use)
    return
  }
  const number = schema.has('replica-port-checked') ? wholeInteger(port) : asInt32(leadingInteger(port).value)
  if (number === null || (schema.has('replica-port-checked') && (number < 0n || number > 65535n))) {
    refuseLine(start, use, { message: 'Invalid master port', code: 'invalid-value', words: use.node.args.slice(1) })
    return
  }
  assign(start, facts.name, `${host} ${number}`, use)
  if (!schema.has('replica-port-checked') && !leadingInteger(port).whole) {
    const word = use.node.args[1]
    if (word !== undefined) start.misreads.push({ use, word, takenAs: String(number) })
  }
}
