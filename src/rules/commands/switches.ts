import type { Finding, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'

export interface SwitchTexts {
  /** The command that the switch opens; where it was taken away, nothing is open. */
  readonly command?: string
  /** What whoever may use it can do: follows "lets clients". */
  readonly lets: string
  readonly title: string
  readonly consequence: string
}

/** A finding about a switch that is not `no`: `local` opens it to this machine only, so it counts for less. */
export function* openSwitch(context: RuleContext, name: string, { command, lets, title, consequence }: SwitchTexts): Iterable<Finding> {
  const value = valueOf(context, name, 'no')
  if (value === 'no' || (command !== undefined && context.server.renames.get(command)?.to === null)) return
  const who = value === 'local' ? 'every client on this machine, those of a tunnel or a proxy included,' : 'every client with the right to run it'
  yield {
    at: placeOf(context, name),
    message: `\`${name} ${value}\` lets ${who} ${lets}`,
    fix: settingFix(context, name, 'no', { title, consequence }),
    ...(value === 'local' ? { severity: 'info' } : {}),
  }
}
