import type { Position } from './parser/line-starts.js';
import type { Category, Fix, Severity } from './rules/rule.js';
export type { Position };
/** A place in one file. The end is exclusive; start and end are equal where something is missing. */
export interface Range {
    readonly path: string;
    readonly start: Position;
    readonly end: Position;
}
export interface RelatedDiagnostic extends Range {
    readonly message: string;
}
/** What `lint` returns. Plain data: it can be serialised as it is, and none of its texts for people holds a secret. */
export interface Diagnostic extends Range {
    /** Id of the rule. */
    readonly rule: string;
    readonly category: Category;
    readonly severity: Severity;
    readonly confidence: 'certain' | 'likely';
    readonly message: string;
    /** Who can reach the server, where the severity follows from that; the message ends with it, after a semicolon. */
    readonly reach?: string;
    /** What to do next, where no fix says it. */
    readonly advice?: string;
    readonly related: readonly RelatedDiagnostic[];
    /** The rule's page. */
    readonly url: string;
    /** Edits that hold a secret are marked `secret`; whoever prints them masks them. */
    readonly fix?: Fix;
}
