/** What of JSON Schema our schemas use. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly definitions?: Readonly<Record<string, Schema>>
}

/** Where a value is not what the schema says, and how. */
export function violations(value: unknown, root: Schema, schema: Schema = root, at = '$'): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = root.definitions?.[schema.$ref.replace('#/definitions/', '')]
    return target === undefined ? [`${at}: no ${schema.$ref}`] : violations(value, root, target, at)
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is not in the list`]
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value))) return [`${at}: is ${typeOf(value)}`]
  if (Array.isArray(value)) return schema.items === undefined ? [] : value.flatMap((item, i) => violations(item, root, schema.items, `${at}[${i}]`))
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Record<string, unknown>
  return [
    ...(schema.required ?? []).filter((name) => !(name in fields)).map((name) => `${at}.${name}: is missing`),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const known = schema.properties?.[name]
      if (known !== undefined) return violations(field, root, known, `${at}.${name}`)
      return schema.additionalProperties === false ? [`${at}.${name}: is unknown`] : []
    }),
  ]
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
