import type { Project } from '../model/project.js';
import type { FixOptions, FixResult } from './fix-result.js';
/**
 * Applies fixes until nothing changes. A fix is applied whole or not at all; one that overlaps another
 * waits for the next pass; one after which the server would not start any more, or whose safety the
 * model does not confirm, is undone and reported.
 *
 * @example
 * const { files, left } = fixProject(project, { level: 'hardening', inputs: { generatePassword } })
 * for (const [path, { after }] of files) save(path, bytesOf(after))
 */
export declare function fixProject(project: Project, options?: FixOptions): FixResult;
