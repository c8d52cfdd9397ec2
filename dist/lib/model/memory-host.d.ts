import type { Host } from './host.js';
export type MemoryFiles = ReadonlyMap<string, Uint8Array | string> | Readonly<Record<string, Uint8Array | string>>;
/**
 * A host whose disk is a Map or a plain object from path to bytes (or to text: of one char a byte, or of any chars, which are encoded as UTF-8).
 * Its working directory is its root; folders are there because files are in them.
 *
 * @example memoryHost({ 'redis.conf': 'include conf.d/*.conf\n', 'conf.d/a.conf': 'port 0\n' })
 */
export declare function memoryHost(files: MemoryFiles): Host;
