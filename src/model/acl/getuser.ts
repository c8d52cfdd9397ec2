import type { Schema } from '../../schema/schema.ts'
import type { Selector } from './selector.ts'
import type { UserState } from './user-state.ts'

/** The fields of `ACL GETUSER`, as servers with selectors print them. */

export function flagsPrinted({ enabled, nopass, sanitize, root }: UserState, schema: Schema): readonly string[] {
  const flags = [enabled ? 'on' : 'off']
  if (!schema.has('acl-selectors')) {
    if (root.allKeys) flags.push('allkeys')
    if (root.allChannels && schema.has('acl-channels')) flags.push('allchannels')
    if (root.grant.all) flags.push('allcommands')
  }
  if (nopass) flags.push('nopass')
  if (sanitize !== null && schema.has('acl-sanitize-flags')) flags.push(sanitize)
  return flags
}

export function keysPrinted({ allKeys, keys }: Selector): string {
  if (allKeys) return '~*'
  return keys.map(({ pattern, reads, writes }) => (reads && writes ? `~${pattern}` : `%${reads ? 'R' : ''}${writes ? 'W' : ''}~${pattern}`)).join(' ')
}

export const channelsPrinted = ({ allChannels, channels }: Selector): string =>
  allChannels ? '&*' : channels.map((channel) => `&${channel}`).join(' ')

/** Lowest first (measured: valkey 9.1.2). */
export const databasesPrinted = ({ databases }: Selector): string =>
  databases === null ? 'alldbs' : databases.size === 0 ? '' : `db=${[...databases].sort((a, b) => a - b).join(',')}`
