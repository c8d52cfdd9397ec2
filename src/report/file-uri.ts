/** A path (one char a byte) as a URI reference: relative ones stay so, with forward slashes and without `./`. */
export function uriOf(path: string): string {
  const encoded = path.replaceAll(/[^\w./~-]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
  return encoded.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(?:\.\/)+/, '')
}
