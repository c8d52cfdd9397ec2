import type { BehaviourValue } from '../../schema/behaviours.ts'
import type { Schema } from '../../schema/schema.ts'

/** What a release has against a text, in its words; null: nothing. */
export type TextCheck = (text: string, schema: Schema) => string | null

/** Control bytes, blanks and most punctuation. */
const NOT_IN_ADDRESS = /[\x00-\x20\x7f!"#$%&'()*+,;<=>?@[\\\]^{|}~]/

const isPath = (text: string): boolean => text.includes('/') || text.includes('\\')

const fileName = (name: string, what: string, refusedEmpty: (schema: Schema) => boolean): TextCheck => (text, schema) => {
  if (text === '') return refusedEmpty(schema) ? `${name} can't be empty` : null
  return isPath(text) ? `${name} can't be a path, just a ${what}` : null
}

const hostName: TextCheck = (text) => {
  if (text.length >= 256) return 'Hostnames must be less than 256 characters'
  return /^[A-Za-z0-9.-]*$/.test(text) ? null : 'Hostnames may only contain alphanumeric characters, hyphens or dots'
}

const NOT_IN_NODE_NAME: Readonly<Record<BehaviourValue<'node-name-allows'>, RegExp>> = {
  'no-colon': /[\0!#$%&()*+:;<>?@[\]^{|}~]/,
  colon: /[\0!#$%&()*+;<>?@[\]^{|}~]/,
  'no-control-bytes': NOT_IN_ADDRESS,
}

const nodeName: TextCheck = (text, schema) =>
  NOT_IN_NODE_NAME[schema.behaviour('node-name-allows')].test(text) ? 'Announced human node name contained invalid character' : null

const MOST_OF_AN_ADDRESS = 45

const announcedAddress: TextCheck = (text, schema) => {
  if (!schema.has('announce-ip-checked')) return null
  if (text.length > MOST_OF_AN_ADDRESS) return 'cluster-announce-ip is too long'
  return NOT_IN_ADDRESS.test(text) ? 'cluster-announce-ip contains invalid character' : null
}

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
const IPV4 = new RegExp(`^(?:${octet}\\.){3}${octet}$`)

const ipv4: TextCheck = (text) => (text === '' || IPV4.test(text) ? null : 'Invalid IPv4 address')
const ipv6: TextCheck = (text) => (text === '' || isIpv6(text) ? null : 'Invalid IPv6 address')

/** As inet_pton takes it: eight groups, or fewer around one `::`, the last two perhaps as an IPv4 address; no zone. */
function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const all = groups.flat()
  const last = all.at(-1) ?? ''
  const dotted = IPV4.test(last) && !(halves.length === 2 && groups[1]?.length === 0)
  const hex = dotted ? all.slice(0, -1) : all
  const count = hex.length + (dotted ? 2 : 0)
  return hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? count < 8 : count === 8)
}

const MOST_OF_A_PASSWORD = 512

const password: TextCheck = (text, schema) =>
  schema.has('long-passwords-refused') && text.length > MOST_OF_A_PASSWORD ? 'Password is longer than CONFIG_AUTHPASS_MAX_LEN' : null

const MOST_OF_A_SEED = 256

const hashSeed: TextCheck = (text) => (text.length > MOST_OF_A_SEED ? 'hash-seed must be less than or equal to 256 characters' : null)

/** Texts that are looked at where they stand, by canonical name. */
export const TEXT_CHECKS: Readonly<Record<string, TextCheck>> = {
  appendfilename: fileName('appendfilename', 'filename', (schema) => schema.has('empty-appendfilename-refused')),
  appenddirname: fileName('appenddirname', 'dirname', () => true),
  dbfilename: fileName('dbfilename', 'filename', (schema) => schema.has('empty-dbfilename-refused')),
  'cluster-config-file': (text, schema) =>
    (text === '' && schema.has('empty-cluster-config-file-refused') ? "cluster-config-file can't be empty" : null),
  'cluster-announce-hostname': hostName,
  'cluster-announce-human-nodename': nodeName,
  'cluster-announce-ip': announcedAddress,
  'cluster-announce-client-ipv4': ipv4,
  'cluster-announce-client-ipv6': ipv6,
  requirepass: password,
  'hash-seed': hashSeed,
}
