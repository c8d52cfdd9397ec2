/** null: nothing is there. */
export type PathKind = 'file' | 'directory' | 'other' | null;
/**
 * What the loader asks of the world. The command line reads the disk; the browser and the tests hand in a Map.
 * Paths are absolute, one char a byte, and without `.`, `..` and doubled slashes.
 */
export interface Host {
    /** Absolute working directory of the server, to which relative paths are resolved. `/` for a memory host. */
    readonly cwd: string;
    /** The bytes, or null when there is no such file or it can't be read. A directory reads as empty, as it does for the server. */
    read(path: string): Promise<Uint8Array | null>;
    /** What is at a path; null: nothing. */
    kind(path: string): Promise<PathKind>;
    /** glob(3) without flags: sorted by bytes, `*` does not match a leading dot, no match gives []. Results are spelled as the pattern is. */
    glob(pattern: string, cwd: string): Promise<readonly string[]>;
    /** Permission bits and owner, where the host has such things. */
    stat?(path: string): Promise<FileStatus | null>;
}
export interface FileStatus {
    /** The nine permission bits, e.g. 0o640. */
    readonly mode: number;
    readonly uid: number;
    readonly gid: number;
}
