import type { Location } from '../parser/source-file.js';
import type { Word } from '../parser/conf-tree.js';
import type { Project } from '../model/project.js';
import type { Exposure, ServerModel } from '../model/server-model.js';
import type { Schema } from '../schema/schema.js';
import type { Ignore } from './ignore-comment.js';
export type Severity = 'error' | 'warning' | 'info';
/** The folders of src/rules. */
export type Category = 'startup' | 'network' | 'auth' | 'acl' | 'commands' | 'tls' | 'replication' | 'persistence' | 'limits' | 'logging' | 'modules' | 'upkeep';
/**
 * safe: settings, users and listeners are equal before and after; the model checks it for each fix.
 * repair: the file does not load, or a line is silently lost; the edit restores what was evidently meant.
 * hardening: behaviour changes as the rule's page says; the server still starts.
 * input: needs a value only a person knows; applied when the value is given, else shown with what to give.
 */
export type FixKind = 'safe' | 'repair' | 'hardening' | 'input';
/** A value a fix needs from outside. An edit names it as `{{password}}`, which the fixer fills in, quoted as a word. */
export type InputName = 'password' | 'bind' | 'tls-cert' | 'tls-key' | 'tls-ca';
/** Replaces a span. An empty span inserts. */
export interface TextEdit extends Location {
    /** May name outside values: `{{password}}`, as a rule of a user `{{password:rule}}`, or with a default `{{bind|127.0.0.1 -::1}}`. */
    readonly newText: string;
    /** `newText` holds a secret; reports mask it. The engine sets it. */
    readonly secret?: true;
}
export interface Fix {
    /** A verb phrase: "Replace the password by its SHA-256". */
    readonly title: string;
    readonly kind: FixKind;
    /** One sentence: what stops working, and for whom. */
    readonly consequence: string;
    /** The same change on a running server, or "needs a restart". */
    readonly live?: string;
    /** Values without which it can't be applied. */
    readonly needs?: readonly InputName[];
    /** Values it uses when they are given. */
    readonly takes?: readonly InputName[];
    /** Disjoint. A getter where they take time to make: a plain lint never asks for them. */
    readonly edits: readonly [TextEdit, ...TextEdit[]];
}
export interface RelatedLocation {
    readonly at: Location;
    readonly message: string;
}
/** What a rule yields. The engine adds id, severity, line and column. */
export interface Finding {
    readonly at: Location;
    /** Lower-case start, no trailing period: what the server does or what an attacker can do, with the value in backticks (see {@link RuleContext.quote}). */
    readonly message: string;
    /** What to do next, one sentence, when there is no fix that says it. */
    readonly advice?: string;
    readonly related?: readonly RelatedLocation[];
    readonly fix?: Fix;
    /** Only where this finding is graded unlike the rule's `severity`. */
    readonly severity?: Severity;
    /** The default is `certain`. */
    readonly confidence?: 'likely';
}
export interface RuleContext {
    readonly project: Project;
    readonly schema: Schema;
    readonly server: ServerModel;
    readonly exposure: Exposure;
    /** Users that the configuration of the linter names as administrators: they may be all-powerful. */
    readonly adminUsers: readonly string[];
    /** `YYYY-MM-DD`; null where the caller did not say. */
    readonly today: string | null;
    /** The ignore comments of all files, and what they did; empty but for a rule that is `late`. */
    readonly ignores: readonly Ignore[];
    /** Ids of all rules there are, and of those that run. */
    readonly ruleIds: ReadonlySet<string>;
    readonly activeRules: ReadonlySet<string>;
    /** The value of a word in backticks, or `•••` in its place where the word is a secret. */
    quote(word: Word): string;
}
export interface RuleMeta {
    /** Kebab-case, equal to the file name. Names the smell: reads well after "ignore". */
    readonly id: string;
    /** One line for lists, no period. */
    readonly summary: string;
    readonly category: Category;
    readonly severity: Severity;
    /** The severity is computed from who can reach the server (see src/rules/grade.ts). */
    readonly byExposure?: true;
    /** `strict`: only with the strict preset. */
    readonly preset: 'recommended' | 'strict';
    /** Looks at what ignore comments did, so it runs when all others have. */
    readonly late?: true;
    /** Which kinds of project it looks at; absent: only `server`. */
    readonly appliesTo?: readonly Project['kind'][];
    /** The only runtime in which there is something to find; absent: any. */
    readonly runtime?: Project['runtime'];
    /** The boldest kind of fix it offers. */
    readonly fix: FixKind | 'none';
    /** Why it matters and what an attacker does with it: Markdown, one or two paragraphs. */
    readonly why: string;
    /** What the fix does and what it breaks. */
    readonly fixing: string;
    /** Tested: `bad` triggers this rule, `good` does not. ACL rules may give the text of an ACL file. */
    readonly bad: string;
    readonly good: string;
    /** CWE ids, STIG ids, advisories, addresses. */
    readonly references: readonly string[];
}
/** A rule keeps no state and reads nothing but its context. */
export interface Rule {
    readonly meta: RuleMeta;
    check(context: RuleContext): Iterable<Finding>;
}
