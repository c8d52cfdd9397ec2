import type { FileStatus, Host, PathKind } from './host.js';
/**
 * Loading is a generator that yields questions, so that one code serves the asynchronous host and,
 * for texts a fix has changed, the answers that the host gave before.
 */
export type Question = {
    readonly ask: 'read';
    readonly path: string;
} | {
    readonly ask: 'kind';
    readonly path: string;
} | {
    readonly ask: 'stat';
    readonly path: string;
} | {
    readonly ask: 'glob';
    readonly pattern: string;
    readonly cwd: string;
};
/** To `read`: the text, one char a byte. To `kind`: a {@link PathKind}. */
export type Answer = string | FileStatus | readonly string[] | null;
/** By question. */
export type HostAnswers = ReadonlyMap<string, Answer>;
export type Asking<T> = Generator<Question, T, Answer>;
export declare function readText(path: string): Asking<string | null>;
export declare function kindOf(path: string): Asking<PathKind>;
export declare function statusOf(path: string): Asking<FileStatus | null>;
export declare function globbed(pattern: string, cwd: string): Asking<readonly string[]>;
/** Runs a loading against a host. Each question is asked once; `answers` collects what was said. */
export declare function askHost<T>(loading: Asking<T>, host: Host, answers: Map<string, Answer>): Promise<T>;
/**
 * Runs a loading on answers given before. A file that nobody asked for yet counts as there and empty, a pattern as one without
 * match, and `unread` collects both; any other path that was never asked for is not there.
 */
export declare function askAgain<T>(loading: Asking<T>, answers: HostAnswers, unread: Set<string>): T;
