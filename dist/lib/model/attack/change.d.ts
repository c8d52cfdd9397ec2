import type { Location } from '../../parser/source-file.js';
import type { DirectiveUse, Project } from '../project.js';
import type { Setting } from '../server-model.js';
/** One line, as it would read. */
export interface Change {
    /** What the file says then, secrets masked. A value only a person knows stands as `{{password}}`. */
    readonly line: string;
    readonly path: string;
    /** The line it replaces; null: it is added at the end. */
    readonly replaces: Location | null;
    /** What it costs, one sentence. */
    readonly consequence: string;
    /** The same on a running server, secrets left out; null: it needs a restart. */
    readonly live: string | null;
    /** The text itself, as it goes into the file. */
    readonly text: string;
}
/** Lines that, changed together, close a path. Taking any of them away opens it again. */
export type Cut = readonly [Change, ...Change[]];
/** Stands for a password nobody knows while a change is tried out. */
export declare const SOME_PASSWORD = "{{password}}";
/** The file text with a change made. */
export declare function applied(text: string, { replaces, text: line }: Change): string;
/** The directive of a line without the newline and the blanks around it. */
export declare function lineOf({ path, node }: DirectiveUse): Location;
type Said = Pick<Change, 'consequence'> & {
    readonly live?: string | null;
};
/** `name value`, in place of the line in force, or at the end of the entry file. */
export declare function setTo(setting: Setting, value: string, project: Project, { consequence, live }: Said): Change;
/** A line of its own at the end of the entry file. */
export declare function added(line: string, project: Project, said: Said): Change;
export {};
