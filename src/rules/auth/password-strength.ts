import { hashOf, type Secret } from '../../model/acl/passwords.ts'
import { WELL_KNOWN_PASSWORDS } from './well-known-passwords.ts'

let hashes: ReadonlySet<string> | null = null

/** On everybody's list: printed in guides and example files, or what people choose first. */
export function isWellKnown({ form, secret }: Secret): boolean {
  if (form === 'plain') return WELL_KNOWN_PASSWORDS.has(secret.toLowerCase())
  hashes ??= new Set(Array.from(WELL_KNOWN_PASSWORDS, (plain) => hashOf({ form: 'plain', secret: plain })))
  return hashes.has(secret)
}

/** Below this, guessing pays: a server answers a few hundred thousand tries a second, and a stolen hash billions. */
const STRONG_BITS = 72

/** Short, or of few different characters. An estimate that can only be too high: it knows no language. */
export const isWeak = (password: string): boolean => bitsOf(password) < STRONG_BITS

/** As many bits as its length and the kinds of its characters allow; repeated characters count half. */
export function bitsOf(password: string): number {
  const alphabet = KINDS.reduce((sum, { pattern, size }) => (pattern.test(password) ? sum + size : sum), 0)
  const distinct = new Set(password).size
  const length = Math.min(password.length, distinct + (password.length - distinct) / 2)
  return length * Math.log2(Math.max(alphabet, 2))
}

const KINDS = [
  { pattern: /[a-z]/, size: 26 }, { pattern: /[A-Z]/, size: 26 }, { pattern: /[0-9]/, size: 10 }, { pattern: /[^a-zA-Z0-9]/, size: 33 },
]

/** Is to be changed before anything else is done about it. */
export const isGuessable = (password: string): boolean => password === '' || isWellKnown({ form: 'plain', secret: password }) || isWeak(password)
