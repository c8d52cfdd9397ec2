import { textOf } from '../parser/source-file.ts'
import type { FileStatus, Host, PathKind } from './host.ts'

/**
 * Loading is a generator that yields questions, so that one code serves the asynchronous host and,
 * for texts a fix has changed, the answers that the host gave before.
 */
export type Question =
  | { readonly ask: 'read'; readonly path: string }
  | { readonly ask: 'kind'; readonly path: string }
  | { readonly ask: 'stat'; readonly path: string }
  | { readonly ask: 'glob'; readonly pattern: string; readonly cwd: string }

/** To `read`: the text, one char a byte. To `kind`: a {@link PathKind}. */
export type Answer = string | FileStatus | readonly string[] | null

/** By question. */
export type HostAnswers = ReadonlyMap<string, Answer>

export type Asking<T> = Generator<Question, T, Answer>

const keyOf = (q: Question): string => (q.ask === 'glob' ? `glob ${q.cwd}\0${q.pattern}` : `${q.ask} ${q.path}`)

export function* readText(path: string): Asking<string | null> {
  return (yield { ask: 'read', path }) as string | null
}
export function* kindOf(path: string): Asking<PathKind> {
  return (yield { ask: 'kind', path }) as PathKind
}
export function* statusOf(path: string): Asking<FileStatus | null> {
  return (yield { ask: 'stat', path }) as FileStatus | null
}
export function* globbed(pattern: string, cwd: string): Asking<readonly string[]> {
  return (yield { ask: 'glob', pattern, cwd }) as readonly string[]
}

/** Runs a loading against a host. Each question is asked once; `answers` collects what was said. */
export async function askHost<T>(loading: Asking<T>, host: Host, answers: Map<string, Answer>): Promise<T> {
  let turn = loading.next()
  while (turn.done !== true) {
    const key = keyOf(turn.value)
    let answer = answers.get(key)
    if (answer === undefined) {
      answer = await answerOf(host, turn.value)
      answers.set(key, answer)
    }
    turn = loading.next(answer)
  }
  return turn.value
}

async function answerOf(host: Host, q: Question): Promise<Answer> {
  switch (q.ask) {
    case 'read': {
      const bytes = await host.read(q.path)
      return bytes === null ? null : textOf(bytes)
    }
    case 'kind': return host.kind(q.path)
    case 'stat': return host.stat === undefined ? null : host.stat(q.path)
    case 'glob': return host.glob(q.pattern, q.cwd)
  }
}

/**
 * Runs a loading on answers given before. A file that nobody asked for yet counts as there and empty, a pattern as one without
 * match, and `unread` collects both; any other path that was never asked for is not there.
 */
export function askAgain<T>(loading: Asking<T>, answers: HostAnswers, unread: Set<string>): T {
  let turn = loading.next()
  while (turn.done !== true) {
    const known = answers.get(keyOf(turn.value))
    turn = loading.next(known === undefined ? unasked(turn.value, unread) : known)
  }
  return turn.value
}

function unasked(q: Question, unread: Set<string>): Answer {
  if (q.ask !== 'read' && q.ask !== 'glob') return null
  unread.add(q.ask === 'read' ? q.path : q.pattern)
  return q.ask === 'read' ? '' : []
}
