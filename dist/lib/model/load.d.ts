import type { Host } from './host.js';
import type { Project, Runtime } from './project.js';
export interface LoadRequest {
    /** The file the server is started with. */
    readonly entry: string;
    readonly host: Host;
    /** `redis@7.2`, `valkey@8.1.1`; the newest Redis when it is not given or not known (ask `schemaFor` first to say so). */
    readonly target?: string;
    /** Found from the file's name and content when it is not given. */
    readonly mode?: Project['kind'];
    readonly runtime?: Runtime;
}
/**
 * Reads a configuration with everything it includes. A file that is missing is a problem of the project, never an exception.
 *
 * @example
 * const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': 'port 0\n' }), target: 'redis@7.2' })
 */
export declare function loadProject(request: LoadRequest): Promise<Project>;
/**
 * The same project with other texts, from what its host said before. A file it was never asked for is listed as
 * {@link Project.unread}. `changed` is by path as printed; its texts have one char a byte.
 */
export declare function reload(project: Project, changed: ReadonlyMap<string, string>): Project;
