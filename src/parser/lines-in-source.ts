import type { ConfLine, SyntaxProblem, Token, Word } from './conf-tree.ts'
import type { SeenText } from './dropped.ts'
import type { Span } from './source-file.ts'
import { startsOf } from './word.ts'

/**
 * Moves lines that were read from what the server sees to where they stand in the file, whose
 * bytes they then cover again: what was dropped between two tokens becomes a token of its own, what was
 * dropped within one is covered by it.
 */
export function linesInSource(lines: readonly ConfLine[], seen: SeenText, length: number): ConfLine[] {
  let at = 0
  const fill = (tokens: Token[], end: number): void => {
    if (end > at) tokens.push({ kind: 'dropped', span: { start: at, end } })
    at = end
  }
  const whole: readonly ConfLine[] = lines.length > 0 ? lines : [{ kind: 'blank', span: { start: 0, end: 0 }, number: 1, tokens: [] }]
  return whole.map((line, i) => {
    const start = at
    const tokens: Token[] = []
    const moved = new Map<Token, Token>()
    for (const token of line.tokens) {
      const copy = tokenInSource(token, seen)
      fill(tokens, copy.span.start)
      tokens.push(copy)
      moved.set(token, copy)
      at = copy.span.end
    }
    if (i === whole.length - 1) fill(tokens, length)
    return lineInSource(line, { start, end: at }, tokens, moved, seen)
  })
}

function lineInSource(line: ConfLine, span: Span, tokens: readonly Token[], moved: ReadonlyMap<Token, Token>, seen: SeenText): ConfLine {
  const word = (token: Word): Word => moved.get(token) as Word
  switch (line.kind) {
    case 'blank': return { kind: 'blank', span, number: line.number, tokens }
    case 'comment': {
      const comment = tokens.find((token) => token.kind === 'comment')
      return { kind: 'comment', span, number: line.number, tokens, comment: comment ?? line.comment }
    }
    case 'directive': return { ...line, span, tokens, name: word(line.name), args: line.args.map(word) }
    case 'malformed': return { ...line, span, tokens, words: line.words.map(word), problem: problemInSource(line.problem, seen) }
  }
}

function tokenInSource(token: Token, seen: SeenText): Token {
  const span = spanInSource(token.span, seen)
  if (token.kind !== 'word') return { kind: token.kind, span }
  const word = token as Word
  return { ...word, span, starts: startsOf(word).map((at, i) => i < word.value.length ? seen.sourceOf(at) : seen.endOf(at)) } as Word
}

function problemInSource(problem: SyntaxProblem, seen: SeenText): SyntaxProblem {
  return { kind: problem.kind, span: spanInSource(problem.span, seen) }
}

function spanInSource(span: Span, seen: SeenText): Span {
  return { start: seen.sourceOf(span.start), end: seen.endOf(span.end) }
}
