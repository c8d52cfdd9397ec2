import type { Project } from './model/project.js';
import type { ServerModel } from './model/server-model.js';
import type { Diagnostic } from './diagnostic.js';
import type { Severity } from './rules/rule.js';
export interface LintOptions {
    /** Severities by rule id; `off` silences a rule, anything else turns it on whatever the preset. */
    readonly rules?: Readonly<Record<string, Severity | 'off'>>;
    /** The default is `recommended`. */
    readonly preset?: 'recommended' | 'strict';
    /** False: `# redis-conf-lint: ignore …` comments do nothing. The default is true. */
    readonly inlineIgnores?: boolean;
    /** `YYYY-MM-DD`, for ignores that expire. Not given: none has expired. */
    readonly today?: string;
    /** Addresses of the host besides loopback; not given: any address that is bound is taken as present. */
    readonly addresses?: readonly string[];
    /** Users that are meant to be all-powerful. */
    readonly adminUsers?: readonly string[];
}
/**
 * Says what is wrong with a project: every rule's findings, file by file in load order, then by position.
 *
 * @example
 * const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': bytes }) })
 * for (const d of lint(project)) console.log(d.path, d.start.line, d.rule, d.message)
 */
export declare function lint(project: Project, options?: LintOptions): readonly Diagnostic[];
/** {@link lint} for a server model at hand: every finding, file by file in load order, then by position. */
export declare function lintServer(project: Project, server: ServerModel, options?: LintOptions): readonly Diagnostic[];
