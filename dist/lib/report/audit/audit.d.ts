import type { ExposureOptions, Reach } from '../../model/server-model.js';
import type { Project, Runtime } from '../../model/project.js';
import { type Harm, type Login, type Zone } from '../../model/attack/attack-path.js';
import { type GradeLetter } from '../../model/attack/grade.js';
import { type ChecklistItem } from './checklist.js';
import { type Cause, type LineToWrite } from './cause.js';
/** What an audit says of one server. Plain data without secrets: it can be serialised as it is. */
export interface Audit {
    readonly entry: string;
    readonly target: string;
    readonly runtime: Runtime;
    readonly starts: boolean;
    /** Why it does not start, in the server's words; what follows is then of the server it would be. */
    readonly problem: string | null;
    readonly grade: GradeLetter;
    /** The grade of the same files in a container, where protected mode defaults to off, or on a host; null: the same. */
    readonly elsewhere: {
        readonly runtime: Runtime;
        readonly grade: GradeLetter;
    } | null;
    readonly zones: readonly ZoneView[];
    readonly paths: readonly AuditedPath[];
    readonly raises: readonly AuditedRaise[];
    readonly checklist: readonly ChecklistItem[];
}
/** How far somebody gets from one place. */
export interface ZoneView {
    readonly zone: Zone;
    readonly reach: Reach;
    /** Where he knocks: `port 6379`, `TLS port 6380`; empty: nothing is there. */
    readonly doors: readonly string[];
    readonly because: Cause;
    readonly harms: readonly Harm[];
    readonly ways: number;
}
export interface AuditedPath {
    readonly technique: string;
    readonly title: string;
    readonly harm: Harm;
    /** From the widest zone to the narrowest. */
    readonly zones: readonly Zone[];
    readonly login: Login;
    readonly user: string | null;
    readonly steps: readonly {
        readonly does: string;
        readonly sends: string | null;
        readonly because: Cause;
    }[];
    readonly cuts: readonly (readonly LineToWrite[])[];
    readonly advisories: readonly string[];
}
export interface AuditedRaise {
    readonly lines: readonly LineToWrite[];
    readonly to: GradeLetter;
    readonly left: number;
}
/**
 * Who can get in from where, what they could do, and the lines that stop them.
 *
 * @example audit(project).grade // 'F'
 */
export declare function audit(project: Project, options?: ExposureOptions): Audit;
