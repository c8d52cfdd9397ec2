import type { Because, Origin } from '../server-model.js';
import type { Argv } from '../exposure/permission.js';
/** What an attacker is after, worst first. */
export type Harm = 'take-over' | 'read' | 'wipe' | 'stop' | 'eavesdrop' | 'reach-onward';
/** Where he sits: on another machine, on this one, or in front of the socket file. */
export type Zone = 'network' | 'machine' | 'socket';
/** How he gets past the door. */
export type Login = 'none' | 'passwordless-user' | 'well-known-password';
/** One edge of the graph: from where he stands to where he wants to be. */
export interface Step {
    readonly kind: 'reach' | 'log-in' | 'command' | 'harm';
    /** A clause for people, "he …" left out: "runs CONFIG SET dir". */
    readonly does: string;
    /** What is sent, where something is. Never holds a secret. */
    readonly argv?: Argv;
    /** The line or the default that lets it happen. */
    readonly because: Because;
}
/** A way from reach to harm. Paths with the same technique from a narrower zone are found too. */
export interface AttackPath {
    /** `technique@zone`. */
    readonly id: string;
    readonly technique: TechniqueId;
    readonly title: string;
    readonly harm: Harm;
    readonly zone: Zone;
    /** The origins of the zone from which it works. */
    readonly origins: readonly [Origin, ...Origin[]];
    readonly login: Login;
    /** Whom the commands run as; null where there is no user to speak of. */
    readonly user: string | null;
    readonly steps: readonly [Step, ...Step[]];
    /** Ids of published flaws that it needs; empty: none. */
    readonly advisories: readonly string[];
}
export type TechniqueId = 'write-file' | 'load-module' | 'rogue-module' | 'escape-lua' | 'exploit-restore' | 'exploit-hyperloglog' | 'make-user' | 'debug' | 'sentinel-script' | 'read-keys' | 'monitor' | 'replicate' | 'flush' | 'delete-keys' | 'replace-data' | 'shutdown' | 'hang' | 'slow-keys' | 'fill-memory' | 'fill-output-buffers' | 'stop-before-login' | 'sniff-clients' | 'sniff-replication' | 'sniff-cluster-bus' | 'migrate' | 'follow-any-primary';
export declare const HARMS: readonly Harm[];
export declare const ZONES: Readonly<Record<Zone, readonly Origin[]>>;
