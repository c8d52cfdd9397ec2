import type { ExposureOptions } from '../../model/server-model.ts'
import type { Runtime } from '../../model/project.ts'
import { audit as auditOf } from '../../report/audit/audit.ts'
import { AUDIT_FORMATS, type AuditFormatName } from '../../report/audit/formats.ts'
import { worstFirst } from '../../report/audit/table.ts'
import { noAddress } from '../addresses.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { readConfig } from '../config-file.ts'
import { entriesOf } from '../entries.ts'
import { CONFIG, format, NO_CONFIG, RUNTIME, TARGET } from '../options.ts'
import { isProblem, misuse, type Problem } from '../problem.ts'
import { loadServers } from '../servers.ts'
import { VERSION } from '../version.ts'

export const audit: Command = {
  name: 'audit',
  usage: 'audit FILE…',
  summary: 'says who can get in from where, what they could do, and which line cuts each path',
  options: [
    TARGET,
    RUNTIME,
    { name: 'address', value: 'ADDRESS', repeat: true, check: noAddress, summary: 'an address this host has besides loopback; not given: every address that is bound' },
    CONFIG,
    NO_CONFIG,
    format(...Object.keys(AUDIT_FORMATS)),
  ],
  examples: ['redis.conf', '--runtime docker --target valkey@8.1 valkey.conf', '--format html config/ > audit.html'],
  run,
}

async function run(args: Args, io: Io): Promise<ExitCode | Problem> {
  if (args.operands.length === 0) return misuse('which file? Name a redis.conf, or a folder')
  const config = args.flag('no-config') ? {} : await readConfig(args.text('config'), io.cwd)
  if (isProblem(config)) return config
  const entries = await entriesOf(args.operands, io.cwd)
  if (isProblem(entries)) return entries
  const wanted = { target: { option: args.text('target'), config: config.target ?? null }, runtime: (args.text('runtime') as Runtime | null) ?? config.runtime ?? 'host' }
  const servers = await loadServers(entries, wanted, io.host)
  if (isProblem(servers)) return servers
  const addresses = args.list('address').length > 0 ? args.list('address') : config.addresses
  const options: ExposureOptions = addresses === undefined ? {} : { addresses }
  const audited = worstFirst(servers.map(({ project }) => ({ project, audit: auditOf(project, options) })))
  const print = await AUDIT_FORMATS[(args.text('format') as AuditFormatName | null) ?? 'pretty']()
  io.out(print({ version: VERSION, servers: audited }, io))
  return audited.some(({ audit: { paths, starts } }) => paths.length > 0 || !starts) ? 1 : 0
}
