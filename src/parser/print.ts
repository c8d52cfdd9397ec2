import type { AclDocument } from './acl-tree.ts'
import type { ConfDocument } from './conf-tree.ts'
import { bytesOf } from './source-file.ts'

/**
 * The bytes of a document, put together from its tokens: for every input, what it was parsed from.
 *
 * @example print(parseConf(bytes)) // a Uint8Array equal to bytes
 */
export function print(document: ConfDocument | AclDocument): Uint8Array {
  const { text } = document.file
  let printed = ''
  if (document.kind === 'acl') {
    for (const { span } of document.lines()) printed += text.slice(span.start, span.end)
    return bytesOf(printed)
  }
  for (const { tokens } of document.lines) {
    for (const { span } of tokens) printed += text.slice(span.start, span.end)
  }
  return bytesOf(printed)
}
