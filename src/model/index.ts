/** Trees and facts to meaning: what is loaded in which order, and what the server would be. */
export { dryRun } from './dry-run.ts'
export { loadProject, reload, type LoadRequest } from './load.ts'
export { memoryHost } from './memory-host.ts'
export type * from './host.ts'
export type * from './project.ts'
export type * from './server-model.ts'
