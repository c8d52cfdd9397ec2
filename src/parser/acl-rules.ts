import { createAclGrammar, type AclGrammar, type RuleMaker } from './acl-grammar.ts'
import type { AclRule } from './acl-tree.ts'
import type { Word } from './conf-tree.ts'
import { CLASSIC_DIALECT, type Dialect } from './dialect.ts'
import type { Span } from './source-file.ts'
import { splitWords, startsOf } from './word.ts'

let grammar: AclGrammar | undefined

function makerOf(head: string): RuleMaker {
  grammar ??= createAclGrammar(true)
  grammar.parser.input = grammar.lexer.tokenize(head).tokens
  return grammar.parser.rule()
}

/** A file of 100,000 users repeats few rules; the memo is emptied before odd input can make it grow. */
const MEMO_LIMIT = 4096
const memo = new Map<string, RuleMaker>()

function maker(head: string): RuleMaker {
  const known = memo.get(head)
  if (known !== undefined) return known
  if (memo.size >= MEMO_LIMIT) memo.clear()
  // A copy: as a slice it would keep the text of the whole file alive.
  const copy = Array.from(head).join('')
  const made = makerOf(copy)
  memo.set(copy, made)
  return made
}

/** Rules whose shape is decided by their first char; what follows it is free text. */
const FREE_TEXT_SIGILS = '><#!~&'

/** The part of a rule that decides its shape. */
function headOf(text: string): string {
  const first = text.charAt(0)
  if (FREE_TEXT_SIGILS.includes(first)) return first
  if (first !== '%') return text
  const tilde = text.indexOf('~')
  return tilde < 0 ? text : text.slice(0, tilde + 1)
}

/** The rule that a word is, when it is not (part of) a selector. */
export function ruleOf(text: string, span: Span): AclRule {
  if (text === '') return { kind: 'empty', span, text }
  const seen = seenOf(text)
  return maker(headOf(seen))(span, seen)
}

/** Passwords and patterns are known by their length; what else a rule may be is compared as a C string, `~*` and `&*` too (measured: 6.0.16 to 9.1.2). */
function seenOf(text: string): string {
  const end = text.indexOf('\0')
  if (end <= 0) return text
  const seen = text.slice(0, end)
  const hasLength = text.startsWith('%') || (FREE_TEXT_SIGILS.includes(text.charAt(0)) && seen !== '~*' && seen !== '&*')
  return hasLength ? text : seen
}

/**
 * The rules of a user, from the words after the name. Words from one that opens with `(` to the next
 * that closes with `)` are one selector, whose inside is split again with the quoting of configuration files.
 *
 * @example parseAclRules(splitWords('on +@read (~app:* +get)', CLASSIC_DIALECT).words).map((rule) => rule.kind) // ['keyword', 'category', 'selector']
 */
export function parseAclRules(words: readonly Word[], dialect: Dialect = CLASSIC_DIALECT): AclRule[] {
  return rulesOf(words, dialect, (word) => word)
}

/** As {@link parseAclRules}, with `trim` applied to each rule once selectors are put together, as ACL files have it. */
export function rulesOf(words: readonly Word[], dialect: Dialect, trim: (word: Word) => Word): AclRule[] {
  const rules: AclRule[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined) break
    if (!word.value.startsWith('(')) {
      const { value, span } = trim(word)
      rules.push(isWholeSelector(value) ? selectorOf([trim(word)], true, dialect) : ruleOf(value, span))
      continue
    }
    let last = i
    while (last < words.length && !words[last]?.value.endsWith(')')) last++
    const closed = last < words.length
    const outer = words.slice(i, closed ? last + 1 : last)
    const [head = word, ...others] = outer
    const joined = selectorOf([head, ...others.map(asCString)], closed, dialect)
    // A bracket behind a NUL ends the words of a selector, and is no part of it.
    rules.push(closed && !isWholeSelector(joined.text) ? ruleOf(joined.text, joined.span) : { ...joined, words: outer })
    i = closed ? last : words.length
  }
  return rules
}

/** Words behind the first are appended as C strings (`acl.c:ACLMergeSelectorArguments`; measured: 7.0.15 to 9.1.2). */
function asCString(word: Word): Word {
  const end = word.value.indexOf('\0')
  if (end < 0) return word
  const starts = startsOf(word)
  return { ...word, value: word.value.slice(0, end), starts: [...starts.slice(0, end), ...starts.slice(-1)] }
}

const isWholeSelector = (text: string): boolean => text.startsWith('(') && text.endsWith(')')

/** `acl.c:ACLMergeSelectorArguments` joins the words with single blanks; `ACLCreateSelectorFromOpSet` splits what is between the brackets. */
function selectorOf(words: readonly Word[], closed: boolean, dialect: Dialect): Extract<AclRule, { kind: 'selector' }> {
  const text = words.map((word) => word.value).join(' ')
  const span = { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 }
  const offsets = words.flatMap(startsOf)
  const end = closed ? text.length - 1 : text.length
  const inside = splitWords(text.slice(1, end), dialect, offsets.slice(1, end + 1))
  const rules = inside.problem === null ? inside.words.map((word) => ruleOf(word.value, word.span)) : []
  return { kind: 'selector', span, text, closed, words, rules }
}

