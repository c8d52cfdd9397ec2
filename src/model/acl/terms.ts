import { commandTable } from '../exposure/index.ts'
import type { Startup } from '../startup.ts'
import { commandSpace } from './command-space.ts'
import type { AclTerms } from './selector.ts'

/** What rules mean on this server, with the given value of acl-pubsub-default. */
export function termsOf({ project, schema }: Startup, pubsubDefault: string): AclTerms {
  return { schema, space: commandSpace(commandTable(project)), allChannelsAtFirst: pubsubDefault === 'allchannels' }
}
