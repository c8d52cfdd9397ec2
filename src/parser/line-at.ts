import type { ConfDocument, ConfLine } from './conf-tree.ts'

/** The index of the line of the tree that covers an offset: a NUL byte glues several lines of the file into one. */
export function lineIndexAt({ lines }: ConfDocument, offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.span.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The line of the tree that covers an offset; none in an empty file. */
export function lineAt(document: ConfDocument, offset: number): ConfLine | undefined {
  return document.lines[lineIndexAt(document, offset)]
}
