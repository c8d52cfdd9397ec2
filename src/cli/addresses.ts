import ipaddr from 'ipaddr.js'

/** Why this is no address of a machine, to follow the name of what it was given to; null: it is one. */
export function noAddress(word: string): string | null {
  return isNumeric(word) ? null : `takes an address, as 10.0.0.5 or fd00::5; \`${word}\` is none`
}

/** The same of what may stand behind `bind`: several, with `-` before those that may be missing, wildcards, and names. */
export function notBindable(words: string): string | null {
  const wrong = words.split(/ +/).find((word) => !isBindable(word))
  return wrong === undefined ? null : `takes addresses, as "10.0.0.5 127.0.0.1"; \`${wrong}\` is none`
}

/** Not all that inet_aton(3) reads: whoever writes `1` does not mean 0.0.0.1. */
const isNumeric = (word: string): boolean => ipaddr.IPv4.isValidFourPartDecimal(word) || ipaddr.IPv6.isValid(word)

const NAME = /^(?=.*[a-z])[\w-]+(?:\.[\w-]+)*$/i

function isBindable(word: string): boolean {
  const bare = word.replace(/^-/, '')
  return bare === '*' || bare === '::*' || isNumeric(bare) || NAME.test(bare)
}
