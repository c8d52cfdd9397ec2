import type { Project } from './project.js';
import type { ServerModel } from './server-model.js';
/**
 * Starts the server that a project describes, on paper: what it refuses, in the order it would meet it,
 * and what `CONFIG GET` would print. After a refused line it goes on as if the line were absent.
 *
 * @example dryRun(project).problems[0]?.message
 */
export declare function dryRun(project: Project): ServerModel;
