import { nameIn } from '../schema/index.ts'
import type { Finding, Fix, RuleContext } from './rule.ts'
import { placeOf, settingFix } from './setting.ts'

export interface Unwanted {
  readonly name: string
  readonly when: (value: string) => boolean
  /** `{value}` stands for the value in force. */
  readonly message: string
  readonly advice?: string
  /** What to set it to instead. */
  readonly fix?: Pick<Fix, 'title' | 'consequence'> & { readonly value: string }
}

/** A finding where one setting, as it is in force, has a value that it is better without. */
export function* unwantedValue(context: RuleContext, { name, when, message, advice, fix }: Unwanted): Iterable<Finding> {
  const setting = context.server.setting(name) ?? context.server.setting(nameIn(context.schema, name) ?? name)
  if (setting === null || !when(setting.value)) return
  yield {
    at: placeOf(context, setting.name),
    message: message.replaceAll('{value}', setting.value),
    ...(advice === undefined ? {} : { advice }),
    ...(fix === undefined ? {} : { fix: settingFix(context, setting.name, fix.value, fix) }),
  }
}
