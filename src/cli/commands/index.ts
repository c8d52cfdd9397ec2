import type { Command } from '../command.ts'

export type CommandName = 'lint' | 'test' | 'resolve' | 'migrate' | 'audit' | 'acl' | 'explain' | 'rules' | 'completion'

/** Every command, loaded when it is asked for. `lint` is what runs when none is named. */
export const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  lint: async () => (await import('./lint.ts')).lint,
  test: async () => (await import('./test.ts')).test,
  resolve: async () => (await import('./resolve.ts')).resolve,
  migrate: async () => (await import('./migrate.ts')).migrate,
  audit: async () => (await import('./audit.ts')).audit,
  acl: async () => (await import('./acl.ts')).acl,
  explain: async () => (await import('./explain.ts')).explain,
  rules: async () => (await import('./rules.ts')).rules,
  completion: async () => (await import('./completion.ts')).completion,
}

export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

export const allCommands = (): Promise<readonly Command[]> => Promise.all(Object.values(COMMANDS).map((load) => load()))
