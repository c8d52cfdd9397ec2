/**
 * An IPv6 address with the four numbers of an IPv4 one at its end, all in groups. ipaddr.js would take `::1.2.3.4` for
 * `::ffff:1.2.3.4`, which is another address. Any other text stays as it is.
 */
export function inGroups(text: string): string {
  const [tail, a, b, c, d] = /(?<=:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? []
  const bytes = [a, b, c, d].map(Number)
  if (tail === undefined || bytes.some((byte) => byte > 255)) return text
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  return `${text.slice(0, -tail.length)}${((first << 8) | second).toString(16)}:${((third << 8) | fourth).toString(16)}`
}
