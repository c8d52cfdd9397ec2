import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { textOf } from '../parser/source-file.ts'
import { quoteWord } from '../parser/quote-word.ts'
import type { Fix, InputName, TextEdit } from '../rules/rule.ts'
import type { Inputs } from './inputs.ts'

const PLACE = /\{\{(password|bind|tls-cert|tls-key|tls-ca)(:rule)?(?:\|([^{}]*))?\}\}/g

/** The fix can be applied with the values at hand. */
export function isFillable({ needs = [] }: Fix, { values = {}, generatePassword }: Inputs): boolean {
  return needs.every((name) => values[name] !== undefined || (name === 'password' && generatePassword !== undefined))
}

/** The edits with values in the places that name them, as words of the file. A password is generated once a fix. */
export function fillInputs({ edits, needs = [], takes = [] }: Fix, inputs: Inputs): readonly TextEdit[] {
  const named = [...needs, ...takes]
  if (named.length === 0) return edits
  let made: string | undefined
  const fill = (place: string, name: InputName, asRule: string | undefined, fallback: string | undefined): string => {
    if (!named.includes(name)) return place
    const given = inputs.values?.[name]
    if (given !== undefined) return asRule === undefined ? words(name, given) : `#${bytesToHex(sha256(utf8ToBytes(given)))}`
    if (name !== 'password' || inputs.generatePassword === undefined) return fallback ?? place
    made ??= inputs.generatePassword()
    // Nobody has seen it but the file: as a hash it would be lost.
    return asRule === undefined ? made : `>${made}`
  }
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(PLACE, fill) }))
}

/** As the file has to spell it. */
function words(name: InputName, value: string): string {
  const parts = name === 'bind' ? value.trim().split(/\s+/) : [value]
  return parts.map((part) => quoteWord(textOf(utf8ToBytes(part)))).join(' ')
}
