import type { LintReport } from './lint-report.ts'
import type { Page } from './pretty.ts'

export type Format = (report: LintReport, page: Page) => string

/** What `--format` knows, each loaded when it is asked for. */
export const FORMATS = {
  pretty: async (): Promise<Format> => (await import('./pretty.ts')).pretty,
  concise: async (): Promise<Format> => (await import('./concise.ts')).concise,
  json: async (): Promise<Format> => (await import('./json.ts')).json,
  sarif: async (): Promise<Format> => (await import('./sarif.ts')).sarif,
  github: async (): Promise<Format> => (await import('./github.ts')).github,
  gitlab: async (): Promise<Format> => (await import('./gitlab.ts')).gitlab,
  'gitlab-sast': async (): Promise<Format> => (await import('./gitlab-sast.ts')).gitlabSast,
  junit: async (): Promise<Format> => (await import('./junit.ts')).junit,
  checkstyle: async (): Promise<Format> => (await import('./checkstyle.ts')).checkstyle,
  rdjson: async (): Promise<Format> => (await import('./rdjson.ts')).rdjson,
  markdown: async (): Promise<Format> => (await import('./markdown.ts')).markdown,
}

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS) as FormatName[]

export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name)
