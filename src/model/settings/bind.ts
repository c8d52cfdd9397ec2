import { assign, refuseLine } from '../startup.ts'
import type { Setter } from './setter.ts'

const MOST_ADDRESSES = 16

/** The last line replaces the whole list. Addresses are looked at when the server listens. */
export const setAddresses: Setter = (start, use, args, facts) => {
  if (args.length > MOST_ADDRESSES) {
    const message = `Too many bind addresses specified${facts.multiArg ? '.' : ''}`
    refuseLine(start, use, { message, code: 'wrong-argument-count', words: use.node.args.slice(MOST_ADDRESSES) })
    return
  }
  // A lone empty word is no address at all where the list may be empty.
  const none = facts.multiArg && args.length === 1 && args[0] === ''
  assign(start, facts.name, none ? '' : args.join(' '), use)
}
