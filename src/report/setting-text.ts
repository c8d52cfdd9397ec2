import { MASK, secretsOfLine } from '../fixer/secrets.ts'
import type { DirectiveUse, Project } from '../model/project.ts'

/** The value of a setting that is no secret, without what its lines hold besides: a password behind a port, or a line that was never ended. */
export function withoutSecrets(value: string, by: readonly DirectiveUse[], { confs, schema }: Project): string {
  const secrets = by.flatMap(({ path, node }) => {
    const document = confs.get(path)
    return document === undefined ? [] : secretsOfLine(node, document, schema).flatMap(({ values }) => values)
  })
  const unique = [...new Set(secrets)].filter((secret) => secret !== '').sort((a, b) => b.length - a.length)
  return unique.length > MOST ? MASK : unique
    .reduce((text, secret) => text.replaceAll(secret, MASK), value)
}

/** Of a line with more the rest is not worth the search. */
const MOST = 100
