import type { AclDocument } from '../parser/acl-tree.ts'
import type { ConfDocument, Directive, MalformedLine } from '../parser/conf-tree.ts'
import type { Schema } from '../schema/schema.ts'
import type { FileStatus, PathKind } from './host.ts'

/** `docker`: protected mode defaults to off, as in the official images. */
export type Runtime = 'host' | 'docker'

/** What one server is started with: every file read, and the order in which the server meets their lines. */
export interface Project {
  /** As the user named it. */
  readonly entry: string
  /** `acl`: a lone ACL file, taken as the aclfile of a server that is otherwise on defaults. */
  readonly kind: 'server' | 'sentinel' | 'acl'
  readonly runtime: Runtime
  readonly schema: Schema
  readonly confs: ReadonlyMap<string, ConfDocument>
  /** By path as printed. */
  readonly acls: ReadonlyMap<string, AclDocument>
  /** Load order, flat: directives and malformed lines, with the marks where included text begins and ends. */
  readonly steps: readonly LoadStep[]
  /** What the host said of paths that settings name, by absolute path. */
  readonly kinds: ReadonlyMap<string, PathKind>
  readonly statuses: ReadonlyMap<string, FileStatus>
  /** Absolute: what `dir` did not move yet. */
  readonly cwd: string
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
  /** Included text begins here; `by` is null for the entry file. */
  | { readonly kind: 'enter'; readonly by: DirectiveUse | null; readonly paths: readonly string[] }
  | { readonly kind: 'leave' }
  /** An include that the server could not follow. It is fatal but for an empty glob. */
  | { readonly kind: 'dead-include'; readonly by: DirectiveUse; readonly problem: 'missing' | 'cycle' | 'too-many' }
