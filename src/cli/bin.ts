import { main } from './main.ts'
import { codeOf } from './node-host.ts'
import { nodeIo } from './node-io.ts'

const words = process.argv.slice(2)
const io = await nodeIo(words)

/** A full disk or a dying one is the system's; whatever else comes here is a bug of ours. Neither may look like findings. */
function fail(error: unknown): 2 {
  if (error instanceof Error && codeOf(error) !== undefined) io.err(`redis-conf-lint: ${error.message}\n`)
  else io.err(`redis-conf-lint: this is a bug; please report it at ${ISSUES}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 2
}

const ISSUES = 'https://github.com/redis-conf-lint/redis-conf-lint/issues'

process.exitCode = await main(words, io).catch(fail)
