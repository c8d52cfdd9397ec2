import type { Word } from '../parser/conf-tree.js';
import { type Schema } from '../schema/index.js';
import { type Secret } from './secret.js';
/** A word as a name: without what is stuck to its ends, be it a dash, a quote, a mark of byte order or a colon. */
export declare const nameOf: (text: string) => string;
export declare const isNear: (name: string, secret: string) => boolean;
export declare function isSensitive(name: string, flags: readonly string[]): boolean;
/** The name of a secret, or a slip of one. */
export declare const isSecretName: (name: string) => boolean;
/** A word that is long enough to be the name of a secret, or to begin with it. */
export declare const couldName: ({ span }: Word) => boolean;
/** Within a line that is about something else: `master-auth` is a slip of `masterauth`, and a host. */
export declare function isSecretArgument(name: string): boolean;
/** A name that no release gives to what follows it, where the names of all secrets may be meant. */
export declare const suggestsSecret: (name: string) => boolean;
/** As the first word of a line: what it is called says that a secret follows. */
export declare function announcesSecret(name: string, schema: Schema): boolean;
/**
 * What is stuck to a name, where the name says that it is a secret: `requirepass=x`, `requirepass"x"`, `requirepassx`.
 * Quotes are no part of a value, so it is looked for in the source too.
 */
export declare function gluedSecret(word: Word, source: string, isName: (name: string) => boolean): Secret | null;
