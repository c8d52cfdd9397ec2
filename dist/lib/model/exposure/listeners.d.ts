import type { Project } from '../project.js';
import type { Origin, ServerModel, Setting } from '../server-model.js';
import { type BindAddress } from './addresses.js';
/** What is needed to know where a server listens: its settings, while it starts or when it has. */
export type Settings = Pick<ServerModel, 'setting'>;
/** A socket the server opens. */
export interface TcpListener {
    readonly kind: 'tcp' | 'tls' | 'cluster-bus';
    readonly port: number;
    readonly address: BindAddress;
    /** The settings that open it: the port, then the addresses. */
    readonly from: readonly [port: Setting, bind: Setting | null];
}
export interface UnixListener {
    readonly kind: 'unix';
    readonly path: string;
    /** Octal bits it is given; null: what the umask of the process leaves. */
    readonly mode: number | null;
    readonly from: readonly [path: Setting];
}
export type Listener = TcpListener | UnixListener;
/** The words of `bind` in force. Empty: no TCP socket is opened, plain or TLS. */
export declare function bindWords(settings: Settings, { schema }: Pick<Project, 'schema'>): readonly string[];
/** Every socket the server would open, in the order it opens them. */
export declare function listenersOf(settings: Settings, project: Pick<Project, 'schema' | 'kind'>): readonly Listener[];
/** Can somebody at `origin` connect to it? The cluster bus speaks another protocol and is no way to the commands. */
export declare function accepts(listener: Listener, origin: Origin): boolean;
