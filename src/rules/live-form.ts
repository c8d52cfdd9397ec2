import { quoteWord } from '../parser/quote-word.ts'
import type { RuleContext } from './rule.ts'

/** The same change on a running server, where the release can make it. */
export function liveForm({ schema }: RuleContext, name: string, value: string): string {
  const facts = schema.directive(name)
  return facts?.modifiable === true ? `CONFIG SET ${facts.name} ${quoteWord(value)}` : 'needs a restart'
}
