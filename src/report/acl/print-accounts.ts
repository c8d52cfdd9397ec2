import type { Palette } from '../palette.ts'
import type { UserAccount } from './account.ts'

/** Beyond this, one line for the rest: nobody reads 100,000. */
const MOST_SHOWN = 200

export function printAccounts(accounts: Iterable<UserAccount>, total: number, palette: Palette, width: number): string {
  const texts: string[] = []
  for (const account of accounts) {
    if (texts.length === MOST_SHOWN) break
    texts.push(printAccount(account, palette, width))
  }
  const rest = total - texts.length
  return `${texts.join('\n')}${rest > 0 ? `\n… and ${rest} more users; ask for one with \`can\` or \`who\`, or take --format json\n` : ''}`
}

function printAccount(account: UserAccount, palette: Palette, width: number): string {
  const { name, declaredAt, keys, channels, commands, count, dangerous, selectors, remarks } = account
  const row = (label: string, text: string): string => `  ${palette.dim(label.padEnd(10))}${wrapped(text, width - 12)}\n`
  return [
    `${palette.bold(name)}  ${palette.dim(declaredAt ?? 'as it comes')}\n`,
    row('logs in', loginOf(account)),
    row('keys', keys === '' ? 'none' : keys === '~*' ? 'all' : keys),
    row('channels', channels === '' ? 'none' : channels === '&*' ? 'all' : channels),
    row('commands', `${count.granted} of ${count.of}: ${commands.join(' ')}`),
    ...selectors.map((selector) => row('or', `${selector.commands} on ${selector.keys === '' ? 'no key' : selector.keys} ${selector.channels}`)),
    dangerous.length === 0 ? '' : row('dangerous', palette.red(dangerous.map((command) => command.replace('|', ' ').toUpperCase()).join(', '))),
    ...remarks.map((remark) => row('note', palette.yellow(remark))),
  ].join('')
}

function loginOf({ enabled, auth, passwords }: UserAccount): string {
  if (!enabled) return 'never: it is off'
  if (auth === 'nopass') return 'with any password, or none'
  return auth === 'none' ? 'never: it has no password' : `with ${passwords === 1 ? 'its password' : `one of ${passwords} passwords`}`
}

function wrapped(text: string, width: number): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > Math.max(width, 30)) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join(`\n${' '.repeat(12)}`)
}
