import type { Argv } from '../../../src/model/exposure/permission.ts'
import type { Need } from '../../../src/model/attack/techniques.ts'
import type { Answer, LiveAccount } from './live-account.ts'

/** Keys that users of the generated configurations may have. */
const KEYS = ['x', 'cache:x', 'a', 'bx']
const LEAVING: readonly Argv[] = [['config', 'set', 'replica-read-only', 'no'], ['replicaof', 'no', 'one'], ['slaveof', 'no', 'one']]
/** What turns the server into a replica, and so changes the answers to everything after it. */
const FOLLOWING: ReadonlySet<string> = new Set(['replicaof', 'slaveof'])

export interface LiveTechnique {
  readonly id: string
  readonly needs: readonly Need[]
}

/** What the server let one account do, command line by command line. */
export interface Allowed {
  readonly account: LiveAccount
  has(needs: readonly Need[]): boolean
}

/** Asks for everything that any technique needs, for every account; what changes the server's role comes last. */
export async function allowedTo(accounts: readonly LiveAccount[], techniques: readonly LiveTechnique[]): Promise<readonly Allowed[]> {
  const lines = new Map(techniques.flatMap(({ needs }) => needs.flatMap(({ any }) => any.map((argv) => [argv.join(' '), argv] as const))))
  const early = [...lines.values()].filter(([command]) => !FOLLOWING.has(command))
  const late = [...lines.values()].filter(([command]) => FOLLOWING.has(command))
  const answers = accounts.map(() => new Map<string, Answer>())
  const leaves: boolean[] = []
  for (const [i, account] of accounts.entries()) for (const argv of early) answers[i]?.set(argv.join(' '), await askWithKeys(account, argv))
  for (const account of accounts) leaves.push(await anyDone(account, LEAVING))
  for (const [i, account] of accounts.entries()) for (const argv of late) answers[i]?.set(argv.join(' '), await askWithKeys(account, argv))
  return accounts.map((account, i) => ({
    account,
    has: (needs) => needs.every(({ any }) => any.some((argv) => {
      const answer = answers[i]?.get(argv.join(' '))
      return answer === 'done' || (answer === 'read-only' && leaves[i] === true)
    })),
  }))
}

async function askWithKeys(account: LiveAccount, argv: Argv): Promise<Answer> {
  let best: Answer = 'refused'
  for (const key of argv.includes('x') && argv[0] !== 'acl' ? KEYS : ['x']) {
    const [command, ...args] = argv
    const answer = await account.ask([command, ...args.map((arg) => (arg === 'x' ? key : arg))])
    if (answer === 'done') return 'done'
    if (answer === 'read-only') best = 'read-only'
  }
  return best
}

async function anyDone(account: LiveAccount, lines: readonly Argv[]): Promise<boolean> {
  let done = false
  for (const argv of lines) done = (await account.ask(argv)) === 'done' || done
  return done
}
