import type { DirectiveFacts } from '../../schema/schema.ts'
import type { DirectiveUse } from '../project.ts'
import type { Startup } from '../startup.ts'

/** What a directive with rules of its own does with a line: it assigns, or refuses. `args`: after splitting again, where the release does, and as C strings. */
export type Setter = (start: Startup, use: DirectiveUse, args: readonly string[], facts: DirectiveFacts) => void
