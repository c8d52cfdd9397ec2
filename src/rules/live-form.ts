import { quoteWord } from '../parser/quote-word.ts'
import type { RuleContext } from './rule.ts'
import { valueOf } from './setting.ts'

const RESTART = 'needs a restart'

/** The same change on a running server, where it can be made: CONFIG may be gone, and some settings are closed to it. */
export function liveForm(context: RuleContext, name: string, value: string): string {
  const { schema, server } = context
  const facts = schema.directive(name)
  if (facts?.modifiable !== true || server.renames.has('config')) return RESTART
  const isClosed = facts.flags.includes('protected') && valueOf(context, 'enable-protected-configs', 'yes') === 'no'
  return isClosed ? RESTART : `CONFIG SET ${facts.name} ${quoteWord(value)}`
}
