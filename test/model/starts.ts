import { dryRun, loadProject, memoryHost, type Project, type ServerModel } from '../../src/model/index.ts'

/** A server of that release, started with these files; a text alone is its redis.conf. */
export async function starts(files: string | Readonly<Record<string, string>>, target: string, mode?: Project['kind']): Promise<ServerModel> {
  const host = memoryHost(typeof files === 'string' ? { 'redis.conf': files } : files)
  return dryRun(await loadProject({ entry: 'redis.conf', host, target, ...(mode === undefined ? {} : { mode }) }))
}
