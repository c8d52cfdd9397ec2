import type { Argv } from './command-line.ts'

/** The channels a command names, and whether they are patterns. */
export interface ChannelUse {
  readonly channels: readonly string[]
  readonly patterns: boolean
}

const NONE: ChannelUse = { channels: [], patterns: false }

/** Leaving a channel needs no permission. */
export function channelsOf(command: string, argv: Argv): ChannelUse {
  switch (command) {
    case 'subscribe':
    case 'ssubscribe':
      return { channels: argv.slice(1), patterns: false }
    case 'psubscribe':
      return { channels: argv.slice(1), patterns: true }
    case 'publish':
    case 'spublish':
      return { channels: argv.slice(1, 2), patterns: false }
    default:
      return NONE
  }
}
