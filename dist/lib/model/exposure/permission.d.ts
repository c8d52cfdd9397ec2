import type { Project } from '../project.js';
import type { AclUser, Origin, ServerModel, Verdict } from '../server-model.js';
import type { CommandNames } from './command-names.js';
export type Argv = readonly [string, ...string[]];
type PermissionServer = Pick<ServerModel, 'setting'>;
/** What decides about a command once somebody is connected. */
export interface PermissionFacts {
    readonly names: CommandNames;
    readonly server: PermissionServer;
    readonly project: Project;
}
/**
 * Would the server run a command line for this user? In its order: is the command there, is it
 * switched on, may the user, and last what the command itself refuses. `user` is null where all
 * is allowed, as it is before users exist.
 */
export declare function runs(argv: Argv, origin: Origin, user: AclUser | null, facts: PermissionFacts): Verdict;
/** What the server asks of a command line before it looks who is calling: does it exist, is it switched off. */
export declare function commandGate(argv: Argv, origin: Origin, { names, server, project }: PermissionFacts): Verdict;
export {};
