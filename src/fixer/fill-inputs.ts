import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { textOf } from '../parser/source-file.ts'
import { quoteWord } from '../parser/quote-word.ts'
import type { Fix, InputName, TextEdit } from '../rules/rule.ts'
import type { Inputs } from './inputs.ts'

const PLACE = /\{\{(password|bind|tls-cert|tls-key|tls-ca)(:sha256)?(?:\|([^{}]*))?\}\}/g

/** The fix can be applied with the values at hand. */
export function isFillable({ needs = [], edits }: Fix, { values = {}, generatePassword }: Inputs): boolean {
  const canGenerate = generatePassword !== undefined && edits.every(({ newText }) => staysReadable(newText))
  return needs.every((name) => values[name] !== undefined || (name === 'password' && canGenerate))
}

/** Nobody has seen a generated password but the file: as a hash it would be lost. */
function staysReadable(text: string): boolean {
  return !text.includes('{{password:sha256')
}

/** The edits with values in the places that name them, as words of the file. A password is generated once a fix. */
export function fillInputs({ edits, needs = [], takes = [] }: Fix, inputs: Inputs): readonly TextEdit[] {
  const named = [...needs, ...takes]
  if (named.length === 0) return edits
  let generated: string | undefined
  const valueOf = (name: InputName): string | undefined => {
    const given = inputs.values?.[name]
    if (given !== undefined || name !== 'password') return given
    return (generated ??= inputs.generatePassword?.())
  }
  return edits.map((edit) => ({ ...edit, newText: filled(edit.newText, valueOf, named) }))
}

function filled(text: string, valueOf: (name: InputName) => string | undefined, named: readonly InputName[]): string {
  return text.replace(PLACE, (place, name: InputName, hashed: string | undefined, fallback: string | undefined) => {
    if (!named.includes(name)) return place
    const value = valueOf(name)
    if (value === undefined) return fallback ?? place
    const bytes = utf8ToBytes(value)
    if (hashed !== undefined) return bytesToHex(sha256(bytes))
    const words = name === 'bind' ? value.trim().split(/\s+/) : [value]
    return words.map((word) => quoteWord(textOf(utf8ToBytes(word)))).join(' ')
  })
}
