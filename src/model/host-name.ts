/**
 * Could a resolver know this name? It never finds one with chars that no name has, an empty label or one of more than 63 chars,
 * a `-` in front, or a number at the end, which makes it an address that is none (measured: 6.0.16 to 9.1.2).
 */
export function couldBeHostName(name: string): boolean {
  return name.length < 254 && /^(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})*\.?$/.test(name) && !/(?:^|\.)\d+\.?$/.test(name)
}
