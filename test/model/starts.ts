import { dryRun, loadProject, memoryHost, type Project, type ServerModel } from '../../src/model/index.ts'

/** A server of that release, started with these files; a text alone is its redis.conf. */
export async function starts(files: string | Readonly<Record<string, string>>, target: string, mode: Project['kind'] = 'server'): Promise<ServerModel> {
  const host = memoryHost(typeof files === 'string' ? { 'redis.conf': files } : files)
  return dryRun(await loadProject({ entry: 'redis.conf', host, target, mode }))
}

/** What the first word of the last line is set to, or the message of the first refusal. */
export async function outcome(files: string | Readonly<Record<string, string>>, target: string): Promise<string> {
  const text = typeof files === 'string' ? files : files['redis.conf'] ?? ''
  const name = text.trimEnd().split('\n').at(-1)?.split(' ')[0] ?? ''
  const server = await starts(files, target)
  return refusal(server) ?? server.setting(name)?.value ?? 'not a setting'
}

/** `refused: …` in the server's words; null: it starts. */
export function refusal({ problems: [problem] }: ServerModel): string | null {
  return problem === undefined ? null : `refused: ${problem.message}`
}
