import type { CommandTable } from '../../schema/schema.js';
import type { DirectiveUse } from '../project.js';
import type { ServerModel } from '../server-model.js';
/** A command under the name it answers to. */
export interface NamedCommand {
    /** What a client has to send, lower case. */
    readonly name: string;
    /** What it was called before any rename-command; ACLs know it by this name. */
    readonly original: string;
    /** The line that gave it this name, or null. */
    readonly renamedBy: DirectiveUse | null;
}
/** The commands as they answer: rename-command edits the table line after line. */
export interface CommandNames {
    /** The command that answers to a name; null: unknown command. Case does not matter. */
    answering(name: string): NamedCommand | null;
    /** Under which name a command answers now, and the line that decided it; name null: removed. */
    nameOf(original: string): {
        readonly name: string | null;
        readonly by: DirectiveUse | null;
    };
}
/** Reads the rename-command lines that have an effect: a line whose source is unknown or whose target exists is refused. */
export declare function commandNames(server: Pick<ServerModel, 'uses'>, commands: CommandTable): CommandNames;
