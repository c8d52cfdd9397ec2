import type { Schema } from './schema.js';
import { type UnknownTarget } from './target.js';
/**
 * The facts of a release, as {@link parseTarget} understands its name. The same object for the same
 * release; tables are read when they are first asked.
 *
 * @example
 * const schema = schemaFor('redis@7.2')
 * if (!isUnknownTarget(schema)) schema.directive('slaveof')?.name // 'replicaof'
 */
export declare function schemaFor(target: string): Schema | UnknownTarget;
