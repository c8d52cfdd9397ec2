/** The little we use of packages that come without types. */

declare module 'yargs-parser/browser' {
  interface Options {
    readonly boolean: readonly string[]
    readonly string: readonly string[]
    readonly alias: Readonly<Record<string, string>>
    readonly configuration: Readonly<Record<string, boolean>>
  }
  export default function parse(words: readonly string[], options: Options): { readonly _: readonly (string | number)[]; readonly [name: string]: unknown }
}

declare module 'yargs' {
  interface Option {
    readonly alias?: string
    readonly choices?: readonly string[]
    readonly description: string

  }
  interface Yargs {
    scriptName(name: string): Yargs
    usage(text: string): Yargs
    command(usage: string, summary: string, options?: Readonly<Record<string, Option>>): Yargs
    options(options: Readonly<Record<string, Option>>): Yargs
    example(command: string, summary: string): Yargs
    epilogue(text: string): Yargs
    locale(name: string): Yargs
    help(enabled: false): Yargs
    version(enabled: false): Yargs
    wrap(columns: number): Yargs
    getHelp(): Promise<string>
    getCompletion(words: readonly string[]): Promise<readonly string[]>
  }
  export default function yargs(words: readonly string[]): Yargs
}

/** tinyglobby's declarations mention it. */
declare module 'picomatch' {
  const picomatch: unknown
  export default picomatch
}
