import type { ConfDocument, ConfLine } from '../../parser/conf-tree.ts'
import type { Schema } from '../../schema/schema.ts'
import { commentWord } from './comment-words.ts'

export const BYTE_ORDER_MARK = '\xef\xbb\xbf'

/** CR that ends no line: not part of a run that stands before LF or at the end of the file. */
export const loneReturns = (text: string): RegExpStringIterator<RegExpExecArray> => text.matchAll(/\r+(?![\r\n]|$)/g)

/**
 * Lines that a rule of their own reports (byte-order-mark, nul-byte, bare-carriage-returns,
 * trailing-comment): whatever the server says of them, that mistake is what it comes from.
 */
export function isDamaged(line: ConfLine, { file }: ConfDocument, schema: Schema): boolean {
  const { start, end } = line.span
  if (start === 0 && file.text.startsWith(BYTE_ORDER_MARK)) return true
  const text = file.text.slice(start, end)
  if (text.includes('\0') || (text.includes('\r') && loneReturns(text).next().done !== true)) return true
  return line.kind === 'directive' && commentWord(line, schema) !== null
}
