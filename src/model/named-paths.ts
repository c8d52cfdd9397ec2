import { folderOf, resolvePath } from './paths.ts'
import type { DirectiveUse, LoadStep } from './project.ts'
import { cString } from './values/c-text.ts'
import { foldersPassed } from './working-directory.ts'

/** Directives whose first argument is a path that the server opens. */
const PATH_DIRECTIVES: ReadonlySet<string> = new Set([
  'dir', 'logfile', 'pidfile', 'aclfile', 'unixsocket', 'loadmodule', 'cluster-config-file',
  'tls-cert-file', 'tls-key-file', 'tls-client-cert-file', 'tls-client-key-file', 'tls-dh-params-file', 'tls-ca-cert-file', 'tls-ca-cert-dir',
])

/** `sentinel <name> <master> <path>` */
const SENTINEL_SCRIPTS: ReadonlySet<string> = new Set(['notification-script', 'client-reconfig-script'])

/** The path that a directive names, as it is spelled; null: none. */
function pathNamedBy(use: DirectiveUse): string | null {
  const { name, args } = use.node
  const directive = name.value.toLowerCase()
  if (PATH_DIRECTIVES.has(directive)) return args[0]?.value ?? null
  if (directive === 'sentinel' && SENTINEL_SCRIPTS.has(args[0]?.value.toLowerCase() ?? '')) return args[2]?.value ?? null
  return null
}

/** Every path that settings name, its folder, and the folders on the way that must be there, absolute: from where the server started, and from where `dir` left it. */
export function namedPaths(steps: readonly LoadStep[], home: string, end: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const step of steps) {
    const path = step.kind === 'directive' ? cString(pathNamedBy(step.use) ?? '') : ''
    if (path === '') continue
    for (const cwd of [home, end]) {
      const absolute = resolvePath(cwd, path)
      found.add(absolute).add(folderOf(absolute))
      for (const folder of foldersPassed(cwd, path)) found.add(folder)
    }
  }
  return found
}
