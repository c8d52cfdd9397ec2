import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** The declarations of a module and of all that they mention, by path below its folder. No types are checked: `tsc` does that. */
export function declarations(entry: string): readonly (readonly [string, string])[] {
  const root = dirname(entry)
  const found = new Map<string, string>()
  const queue = [entry]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue
    const { outputText } = ts.transpileDeclaration(readFileSync(path, 'utf8'), { fileName: path, compilerOptions: OPTIONS })
    found.set(path, outputText)
    for (const [, mentioned = ''] of outputText.matchAll(RELATIVE)) queue.push(join(dirname(path), mentioned))
  }
  return [...found].map(([path, text]) => [relative(root, path).replace(/\.ts$/, '.d.ts'), text.replaceAll(RELATIVE, (whole) => whole.replace(/\.ts(?=['"])/, '.js'))])
}

const OPTIONS: ts.CompilerOptions = { declaration: true, isolatedDeclarations: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023 }

const RELATIVE = /(?:from |import\()['"](\.{1,2}\/[^'"]+\.ts)['"]/g
