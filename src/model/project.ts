import type { AclDocument } from '../parser/acl-tree.ts'
import type { ConfDocument, Directive, MalformedLine } from '../parser/conf-tree.ts'
import type { Schema } from '../schema/schema.ts'
import type { FileStatus, PathKind } from './host.ts'
import type { HostAnswers } from './questions.ts'

/** `docker`: protected mode defaults to off, as in the official images. */
export type Runtime = 'host' | 'docker'

/** What one server is started with: every file read, and the order in which the server meets their lines. */
export interface Project {
  /** As the user named it. */
  readonly entry: string
  /** There is no such file; it reads as empty. */
  readonly entryMissing: boolean
  /** `acl`: a lone ACL file, taken as the aclfile of a server that is otherwise on defaults. */
  readonly kind: 'server' | 'sentinel' | 'acl'
  readonly runtime: Runtime
  readonly schema: Schema
  /** By path as printed. */
  readonly confs: ReadonlyMap<string, ConfDocument>
  /** By path as printed. */
  readonly acls: ReadonlyMap<string, AclDocument>
  /** Path as printed, by absolute path: one file has one name, however it is spelled. */
  readonly printed: ReadonlyMap<string, string>
  /** Load order, flat: directives and malformed lines, with the marks where included text begins and ends. */
  readonly steps: readonly LoadStep[]
  /** What the host said of paths that settings name, by absolute path. A path that is not here was never asked for. */
  readonly kinds: ReadonlyMap<string, PathKind>
  /** By absolute path; empty where the host has no permissions. */
  readonly statuses: ReadonlyMap<string, FileStatus>
  /** Absolute: what `dir` did not move yet. */
  readonly cwd: string
  /** Everything the host was asked: {@link reload} reads other texts with them. */
  readonly answers: HostAnswers
  /** Files and patterns that changed texts name and that no host was asked for; they count as empty. None after loadProject. */
  readonly unread: readonly string[]
}

/** A directive where it stands in load order. */
export interface DirectiveUse {
  readonly path: string
  readonly node: Directive
  /** The server's line number: over a glob's matches it counts through their concatenation. */
  readonly line: number
}

export type LoadStep =
  | { readonly kind: 'directive'; readonly use: DirectiveUse }
  | { readonly kind: 'malformed'; readonly path: string; readonly node: MalformedLine; readonly line: number }
  /** Included text begins here, after its `include` directive; `by` is null for the entry file. No path: a glob without a match. */
  | { readonly kind: 'enter'; readonly by: DirectiveUse | null; readonly paths: readonly string[] }
  | { readonly kind: 'leave' }
  /** An include, after its directive, that the server could not follow. It is fatal. Where they are `too-deep` for its stack, the text follows. */
  | { readonly kind: 'dead-include'; readonly by: DirectiveUse; readonly problem: DeadInclude }

/** through-file: what should be a folder on the way is a file. */
export type DeadInclude = 'missing' | 'through-file' | 'cycle' | 'too-deep' | 'too-many'
