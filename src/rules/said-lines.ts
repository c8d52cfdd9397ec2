import type { RuleContext } from './rule.ts'

/**
 * Some line is about this directive, be it one that the server refuses or can't split into words. What it was meant to say
 * is not known before it is mended, so that nothing is missing yet.
 */
export function isSaid({ server, project }: RuleContext, name: string): boolean {
  if (server.uses(name).length > 0) return true
  return [...project.confs.values()].some(({ lines }) =>
    lines.some((line) => line.kind === 'malformed' && line.words[0]?.value.toLowerCase() === name))
}
