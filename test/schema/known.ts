import { isUnknownTarget, schemaFor, type Schema } from '../../src/schema/index.ts'

/** The schema of a target that is known to be one. */
export function known(target: string): Schema {
  const schema = schemaFor(target)
  if (isUnknownTarget(schema)) throw new Error(`not a target: ${target}`)
  return schema
}
