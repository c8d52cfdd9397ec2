import type { CommentLine, ConfDocument } from '../parser/conf-tree.js';
import type { Location, Span } from '../parser/source-file.js';
/** `# redis-conf-lint: ignore RULE[, RULE] [until=YYYY-MM-DD] -- reason`, or `ignore-file …`. */
export interface IgnoreComment {
    /** The comment, without indentation and line end. */
    readonly at: Location;
    readonly line: CommentLine;
    /** What it is about: the next line that is neither blank nor a comment; the whole file; or nothing. */
    readonly covers: Span | null;
    readonly rules: readonly {
        readonly id: string;
        readonly at: Location;
    }[];
    /** As written; null: for ever. */
    readonly until: string | null;
    readonly reason: string | null;
}
/** What became of an ignore. Only one in force hides findings. */
export interface Ignore extends IgnoreComment {
    readonly state: 'in-force' | 'expired' | 'without-reason';
    /** Ids of its rules that hid a finding. */
    readonly used: ReadonlySet<string>;
}
/** The ignores of one file. Those of a file that never says so cost one search. */
export declare function ignoresOf({ file, lines }: ConfDocument): readonly IgnoreComment[];
