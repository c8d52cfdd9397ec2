/** Why a rule is refused. `unknown-name` is passed over while a configuration file is read: a module may bring the command. */
export type FaultCode =
  | 'unknown-name' | 'syntax' | 'pattern-after-all-keys' | 'pattern-after-all-channels' | 'absent-password' | 'bad-hash'
  | 'already-added' | 'first-argument-of-subcommand' | 'database-out-of-range' | 'duplicate-user' | 'open-selector'

const afterAll = (flag: string, reset: string, what: string): string =>
  `Adding a pattern after the * pattern (or the '${flag}' flag) is not valid and does not have any effect. Try '${reset}' to start with an empty list of ${what}`

/** The server's own words (measured: 6.0.16 to 9.1.2). */
const TEXTS: Readonly<Record<FaultCode, string>> = {
  'unknown-name': 'Unknown command or category name in ACL',
  'syntax': 'Syntax error',
  'pattern-after-all-keys': afterAll('allkeys', 'resetkeys', 'patterns'),
  'pattern-after-all-channels': afterAll('allchannels', 'resetchannels', 'channels'),
  'absent-password': 'The password you are trying to remove from the user does not exist',
  'bad-hash': 'The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters',
  'already-added': 'Adding a subcommand of a command already fully added is not allowed. Remove the command to start. Example: -DEBUG +DEBUG|DIGEST',
  'first-argument-of-subcommand': 'Allowing first-arg of a subcommand is not supported',
  'database-out-of-range': 'The provided database ID is out of range',
  'duplicate-user': 'Duplicate user found. A user can only be defined once in config files',
  /** What is said of an error that is none of these. */
  'open-selector': 'Wrong format',
}

export const faultText = (code: FaultCode): string => TEXTS[code]
