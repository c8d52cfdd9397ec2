import type { Project } from '../../model/project.js';
import type { Because } from '../../model/server-model.js';
import type { Change } from '../../model/attack/change.js';
/** What lets a step happen: a line of a file, or a default in words. */
export interface Cause {
    /** As it may be shown: the line with its secrets masked, or what the default is. */
    readonly text: string;
    readonly path: string | null;
    readonly line: number | null;
}
/** A line as it would read, and where it goes. */
export interface LineToWrite {
    readonly text: string;
    readonly path: string;
    /** The line it replaces; null: a new line at the end. */
    readonly line: number | null;
    readonly consequence: string;
    readonly live: string | null;
}
export declare function causeOf(because: Because, project: Project): Cause;
export declare function lineToWrite({ text, path, replaces, consequence, live }: Change, project: Project): LineToWrite;
/** A command line as it may be shown: the name a command was renamed to is a secret of the file, guessable or not. */
export declare function shownArgv([command, ...args]: readonly string[], { schema, kind }: Project): string;
