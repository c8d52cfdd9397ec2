import { commandTable } from '../exposure/index.ts'
import type { Startup } from '../startup.ts'
import { commandSpace } from './command-space.ts'
import type { AclTerms } from './selector.ts'

/** What rules mean on this server, with the given value of acl-pubsub-default. The space is made when a rule asks for it: most files have none. */
export function termsOf({ project, schema }: Startup, pubsubDefault: string): AclTerms {
  return {
    schema,
    get space() { return commandSpace(commandTable(project)) },
    allChannelsAtFirst: pubsubDefault === 'allchannels',
  }
}
