import * as registry from './index.ts'
import type { Rule } from './rule.ts'

/** Every rule, by name of its export. */
export const rules: readonly Rule[] = Object.values(registry)
