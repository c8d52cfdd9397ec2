import type { ConfDocument } from './conf-tree.js';
import { type Dialect } from './dialect.js';
/**
 * Parses the text of a redis.conf, valkey.conf or sentinel.conf. Never throws: a line that no
 * server would read is a {@link MalformedLine}, and `print` gives the bytes back as they were.
 *
 * @example parseConf('port 6379\n').lines[0] // { kind: 'directive', name: { value: 'port', … }, args: [{ value: '6379', … }], … }
 */
export declare function parseConf(bytes: Uint8Array | string, path?: string, dialect?: Dialect): ConfDocument;
