import type { Release } from './schema.js';
export type AdvisorySeverity = 'critical' | 'high' | 'medium' | 'low' | 'unrated';
/** From `introduced` on, until `fixed`, which is not affected any more. */
export interface VersionRange {
    readonly introduced: string;
    readonly fixed: string;
}
/** What closes the way without an upgrade: rules in every ACL that strangers can use, a directive's line, or something around the server. */
export type Closure = {
    readonly kind: 'acl';
    readonly rules: string;
} | {
    readonly kind: 'directive';
    readonly line: string;
} | {
    readonly kind: 'outside';
    readonly what: string;
};
/** A known flaw of releases. */
export interface Advisory {
    /** `CVE-2025-49844`, or `redis#15478` where there is no number but a pull request. */
    readonly id: string;
    /** What goes wrong, as the end of a message. */
    readonly title: string;
    readonly severity: AdvisorySeverity;
    /** Commands or `@categories` of which somebody must be able to run one; empty: running commands is not what it takes. */
    readonly commands: readonly string[];
    /** Connecting is enough, before any login. */
    readonly beforeLogin: boolean;
    /** Each of these closes or narrows the way by itself; empty: only an upgrade helps. */
    readonly closedBy: readonly Closure[];
    /** Of the server of the release that was asked about. */
    readonly affected: readonly VersionRange[];
    readonly reference: string;
}
/**
 * Advisories that hit a release. Where a patch was asked for (`redis@7.2.5`), those of that patch; where only a
 * series was (`redis@7.2`), those that no patch of the series mends.
 *
 * A distribution may mend a flaw and keep the upstream number (Debian's 7.0.15-1~deb12u10), which no number tells.
 *
 * @example advisoriesFor(release).filter(({ commands }) => commands.includes('@scripting'))
 */
export declare function advisoriesFor(release: Release): readonly Advisory[];
