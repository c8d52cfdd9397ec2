/**
 * A word as it has to be written in a configuration file to be read as `value` by every release.
 *
 * @example quoteWord('a b') // '"a b"'
 */
export function quoteWord(value: string): string {
  if (/^[!#-&(-~\x80-\xfe]+$/.test(value)) return value
  const escaped = value.replace(/["\\]/g, '\\$&').replace(/[\0-\x1f\x7f\xff]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return `"${escaped}"`
}
