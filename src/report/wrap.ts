/** More than this nobody reads in a terminal. */
const LONGEST = 2000

/**
 * Breaks a text into lines of at most `width` columns, at blanks; a longer word stays whole. No line
 * begins with `::`, which is a command to GitHub's runner when it stands in a log.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const read = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  for (const word of read.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width && !word.startsWith('::')) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
