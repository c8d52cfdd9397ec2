import type { ServerModel } from '../../src/model/server-model.ts'
import type { Case } from './cases.ts'

/** One answer of the model beside the server's. */
export interface Compared {
  /** `started`, `line`, `config`, … */
  readonly kind: string
  /** What was asked, for people: a setting's name, an origin. */
  readonly about?: string
  readonly expected: string
  readonly actual: string
}

/** Compares what one family of facts is about. Yields nothing where the case says nothing of it. */
export type Comparison = (testCase: Case, server: ServerModel, bare: ServerModel) => Iterable<Compared>
