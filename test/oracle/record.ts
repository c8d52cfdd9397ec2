import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerOf, plainSettings, type Answer } from './answer.ts'
import { FAMILIES, type OracleCase } from './cases.ts'
import { installedServers, NO_SERVERS, type OracleServer } from './servers.ts'

/** Asks every installed server every case and writes what they said to the folder given. Run it with `npm run record:starts`. */
async function record(folder: string): Promise<void> {
  const servers = installedServers()
  if (servers.length === 0) throw new Error(NO_SERVERS)
  const plain = new Map(await Promise.all(servers.map(async (server) => [server.name, await plainSettings(server)] as const)))
  mkdirSync(folder, { recursive: true })
  for (const [family, cases] of Object.entries(FAMILIES)) {
    const rows: string[] = []
    for (const given of cases) rows.push(JSON.stringify({ ...given, answers: await answersTo(given, servers, plain) }))
    writeFileSync(join(folder, `${family}.json`), `[\n${rows.join(',\n')}\n]\n`)
  }
}

/** Servers of one mind share an entry. */
async function answersTo(given: OracleCase, servers: readonly OracleServer[], plain: ReadonlyMap<string, Record<string, string>>): Promise<{ by: string[]; answer: Answer }[]> {
  const groups = new Map<string, { by: string[]; answer: Answer }>()
  for (const server of servers) {
    const answer = await answerOf(server, given, plain.get(server.name) ?? {})
    if (answer === null) continue
    const key = JSON.stringify(answer)
    const group = groups.get(key) ?? { by: [], answer }
    group.by.push(server.name)
    groups.set(key, group)
  }
  return [...groups.values()]
}

await record(process.argv[2] ?? 'test/oracle/recorded/starts')
