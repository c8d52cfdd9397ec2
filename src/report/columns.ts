const PLAIN = /^[\x20-\x7e]*$/
/** East Asian and pictorial characters that terminals draw two columns wide (Unicode, EastAsianWidth W and F). */
const WIDE = /[\u1100-\u115f\u231a\u231b\u23e9-\u23ec\u2614\u2615\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f004}\u{1f0cf}\u{1f18e}-\u{1f19a}\u{1f200}-\u{1f64f}\u{1f680}-\u{1f6fc}\u{1f7e0}-\u{1f7eb}\u{1f90c}-\u{1faff}\u{20000}-\u{3fffd}]/u
const COMBINING = /\p{M}/u

/** How many columns of a terminal a text takes. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length
  let count = 0
  for (const char of text) count += COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return count
}
