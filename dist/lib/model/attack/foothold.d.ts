import type { Project } from '../project.js';
import type { AclUser, Exposure, Origin, ReachVerdict, ServerModel, Verdict } from '../server-model.js';
import type { Secret } from '../acl/passwords.js';
import { type Argv, type PermissionFacts } from '../exposure/permission.js';
import type { Login, Step } from './attack-path.js';
/** Somebody who is in: from where, as whom, and the steps that brought him there. */
export interface Foothold {
    readonly origin: Origin;
    readonly login: Login;
    /** null: there are no users, or he has made himself all-powerful. */
    readonly user: AclUser | null;
    readonly steps: readonly [Step, ...Step[]];
}
export interface AttackFacts extends PermissionFacts {
    readonly server: AttackedServer;
    readonly exposure: Exposure;
    /** Is this password on every attacker's list? */
    readonly isWellKnown: (password: Secret) => boolean;
    /** There may be a hundred thousand users, so they are looked through once. */
    readonly guessedUsers: () => readonly GuessedUser[];
}
export type AttackedServer = Pick<ServerModel, 'setting' | 'uses' | 'users'>;
export declare function attackFacts(server: AttackedServer, project: Project, exposure: Exposure, isWellKnown: AttackFacts['isWellKnown']): AttackFacts;
/** Everybody an attacker at `origin` can be, the ones that ask least of him first. */
export declare function footholds(origin: Origin, facts: AttackFacts): readonly Foothold[];
/** The first step of every path. */
export declare function reachStep(origin: Origin, { through }: ReachVerdict): Step;
interface GuessedUser {
    readonly user: AclUser;
    readonly login: Login;
}
/** Would the server run this for him? */
export declare const can: (argv: Argv, { origin, user }: Pick<Foothold, "origin" | "user">, facts: AttackFacts) => Verdict;
export {};
