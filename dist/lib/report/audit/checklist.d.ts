import type { AttackPath } from '../../model/attack/attack-path.js';
import type { AttackFacts } from '../../model/attack/foothold.js';
import type { Project } from '../../model/project.js';
import type { Exposure, ServerModel } from '../../model/server-model.js';
/** The well-known guides that ask for it. */
export type Guide = 'network guide' | 'ten ways' | 'best practice' | 'hostile environment' | 'production checklist';
export type ChecklistState = 'done' | 'to do' | 'not to be seen from here';
export interface ChecklistItem {
    readonly asks: string;
    readonly guides: readonly Guide[];
    readonly state: ChecklistState;
    /** What was seen, or what to look at. */
    readonly why: string;
}
interface ChecklistFacts {
    readonly server: ServerModel;
    readonly project: Project;
    readonly exposure: Exposure;
    readonly paths: readonly AttackPath[];
    readonly isWellKnown: AttackFacts['isWellKnown'];
}
/** What the guides ask for, each done, to do, or not to be seen in a configuration. */
export declare function checklist(facts: ChecklistFacts): readonly ChecklistItem[];
export {};
