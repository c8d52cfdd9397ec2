import { main } from './main.ts'
import { codeOf } from './node-host.ts'
import { nodeIo } from './node-io.ts'

const ISSUES = 'https://github.com/redis-conf-lint/redis-conf-lint/issues'

/** A full disk or a dying one is the system's; whatever else comes here is a bug of ours. Neither may look like findings. */
function fail(error: unknown): 2 {
  const system = error instanceof Error && codeOf(error) !== undefined
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`redis-conf-lint: ${system ? error.message : `this is a bug; please report it at ${ISSUES}\n${trace}`}\n`)
  return 2
}

const words = process.argv.slice(2)
void nodeIo(words).then((io) => main(words, io)).catch(fail).then((code) => { process.exit(code) })
