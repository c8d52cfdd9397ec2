import type { Command } from '../command.ts'

/** Every command by name, loaded when it is asked for. `lint` is what runs when none is named. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
}
