import { hashOf, type Secret } from '../../model/acl/passwords.ts'
import { WELL_KNOWN_PASSWORDS } from './well-known-passwords.ts'

let hashes: ReadonlySet<string> | null = null

/** `<your-password-here>`, `CHANGE_ME_PLEASE`: meant to be replaced, and published as it is. */
const PLACEHOLDER = /^<[^<>]*>$|(?:^|[^a-z])(?:your|insert|replace|change|enter)(?![a-z])[^a-z]*.*(?:pass|secret|here|this|me)/i

/** On everybody's list: printed in guides and example files, or what people choose first. */
export function isWellKnown({ form, secret }: Secret): boolean {
  if (form === 'plain') return WELL_KNOWN_PASSWORDS.has(secret.toLowerCase()) || PLACEHOLDER.test(secret)
  hashes ??= new Set(Array.from(WELL_KNOWN_PASSWORDS, (plain) => hashOf({ form: 'plain', secret: plain })))
  return hashes.has(secret)
}

/** Below this, guessing pays: a server answers a few hundred thousand tries a second, and a stolen hash billions. */
const STRONG_BITS = 72

/** Short, or of few different characters. An estimate that can only be too high: it knows no language. */
export const isWeak = (password: string): boolean => bitsOf(password) < STRONG_BITS

/**
 * As many bits as its length and the kinds of its characters allow. Characters that came before count half; a piece that
 * came before, a run and a part of the alphabet count as one.
 */
export function bitsOf(password: string): number {
  const alphabet = KINDS.reduce((sum, { pattern, size }) => (pattern.test(password) ? sum + size : sum), 0)
  const distinct = new Set(password).size
  const length = Math.min(distinct + (password.length - distinct) / 2, surprises(password))
  return length * Math.log2(Math.max(alphabet, 2))
}

/** Longer than this, a piece is no accident. */
const ACCIDENT = 3

function surprises(password: string): number {
  let count = 0
  for (let at = 0; at < password.length; count++) {
    const foretold = Math.max(repeated(password, at), stepped(password, at))
    at += foretold > ACCIDENT ? foretold : 1
  }
  return count
}

/** How much of what stands at `at` began before, too. */
function repeated(password: string, at: number): number {
  let length = 0
  while (at + length < password.length && password.lastIndexOf(password.slice(at, at + length + 1), at - 1) >= 0 && at > 0) length++
  return length
}

/** How far the characters from `at` on go one up, one down, or stay: `aaaa`, `1234`, `dcba`. */
function stepped(password: string, at: number): number {
  const step = password.charCodeAt(at + 1) - password.charCodeAt(at)
  if (!(Math.abs(step) <= 1)) return 1
  let end = at + 1
  while (end < password.length && password.charCodeAt(end) - password.charCodeAt(end - 1) === step) end++
  return end - at
}

const KINDS = [
  { pattern: /[a-z]/, size: 26 }, { pattern: /[A-Z]/, size: 26 }, { pattern: /[0-9]/, size: 10 }, { pattern: /[^a-zA-Z0-9]/, size: 33 },
]

/** Is to be changed before anything else is done about it. */
export const isGuessable = (password: string): boolean => password === '' || isWellKnown({ form: 'plain', secret: password }) || isWeak(password)
