import type { Diagnostic } from '../diagnostic.js';
import type { LintOptions } from '../lint.js';
import type { Fix, FixKind, TextEdit } from '../rules/rule.js';
import type { Inputs } from './inputs.js';
export interface FixOptions extends LintOptions {
    /** The boldest kind to apply: safe < repair < hardening < input. The default is `input`: whatever the inputs given allow. */
    readonly level?: FixKind;
    readonly inputs?: Inputs;
    /** Only these rules' fixes. */
    readonly only?: readonly string[];
    /** Files that are to stay as they are, by path as printed. */
    readonly frozen?: ReadonlySet<string>;
}
export interface AppliedFix {
    readonly rule: string;
    readonly fix: Fix;
    readonly path: string;
    /** Where the finding stood in the file as it was before the pass. */
    readonly line: number;
    /** From 1. Edits of one pass belong to one state of the files. */
    readonly pass: number;
    /** What was done, outside values filled in; spans are of the files as they were before the pass. */
    readonly edits: readonly TextEdit[];
}
/** A fix that was undone, because the server would not start any more, or because it was not as safe as it claims. */
export interface RejectedFix extends Omit<AppliedFix, 'pass' | 'edits'> {
    readonly because: string;
}
export interface FixResult {
    /** Files that changed; one char a byte. */
    readonly files: ReadonlyMap<string, {
        readonly before: string;
        readonly after: string;
    }>;
    readonly applied: readonly AppliedFix[];
    readonly rejected: readonly RejectedFix[];
    /**
     * Files that a mended line names and that were never read; fixing stopped there. Load the project again, with the
     * texts that changed, and fix that. Empty: there is no more to do.
     */
    readonly unread: readonly string[];
    /** What `lint` says of the result. */
    readonly left: readonly Diagnostic[];
    readonly passes: number;
}
