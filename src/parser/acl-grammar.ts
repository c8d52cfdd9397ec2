import { createToken, EmbeddedActionsParser, Lexer, type IToken, type TokenType } from 'chevrotain'
import type { AclKeyword, AclRule } from './acl-tree.ts'
import type { Span } from './source-file.ts'

/** Makes the rule of a word whose shape is known. */
export type RuleMaker = (span: Span, text: string) => AclRule

const KEYWORDS: readonly AclKeyword[] = [
  'on', 'off', 'nopass', 'resetpass', 'reset', 'clearselectors', 'sanitize-payload', 'skip-sanitize-payload',
  'allkeys', 'resetkeys', 'allchannels', 'resetchannels', 'allcommands', 'nocommands', 'alldbs', 'resetdbs',
]

/** Chevrotain can't see what `[^|]` may begin with, so it is told. */
const ANY_BYTE: readonly number[] = Array.from({ length: 256 }, (_, code) => code)

const token = (name: string, pattern: RegExp | string, next?: string): TokenType => createToken({
  name, pattern, line_breaks: false, start_chars_hint: typeof pattern === 'string' ? [pattern] : [...ANY_BYTE],
  ...(next === undefined ? {} : { push_mode: next }),
})

const createTokens = () => ({
  keyword: token('Keyword', new RegExp(`(?:${KEYWORDS.join('|')})(?![^])`, 'i')),
  databases: token('Databases', /db=/i, 'text'),
  add: token('Add', '+', 'command'),
  remove: token('Remove', '-', 'command'),
  addPassword: token('AddPassword', '>', 'text'),
  removePassword: token('RemovePassword', '<', 'text'),
  addHash: token('AddHash', '#', 'text'),
  removeHash: token('RemoveHash', '!', 'text'),
  key: token('Key', '~', 'text'),
  channel: token('Channel', '&', 'text'),
  percent: token('Percent', '%', 'permissions'),
  unknown: token('Unknown', /[^]+/),
  at: token('At', '@', 'text'),
  name: token('Name', /[^|]+/),
  bar: token('Bar', '|', 'text'),
  permissions: token('Permissions', /[^~]+/),
  tilde: token('Tilde', '~', 'text'),
  text: token('Text', /[^]+/),
})
type Tokens = ReturnType<typeof createTokens>

/** The first char of a rule says what the rest is made of, so each sigil opens its own mode. */
const createLexer = (t: Tokens, skipValidations: boolean): Lexer => new Lexer({
  defaultMode: 'rule',
  modes: {
    rule: [
      t.keyword, t.databases, t.add, t.remove, t.addPassword, t.removePassword, t.addHash, t.removeHash,
      t.key, t.channel, t.percent, t.unknown,
    ],
    command: [t.at, t.bar, t.name],
    permissions: [t.tilde, t.permissions],
    text: [t.text],
  },
}, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations })

/**
 * One rule of a user, as `acl.c:ACLSetUser` and `ACLSetSelector` tell rules apart. The grammar is total:
 * what is no rule of any release is an alternative too, so there is nothing to recover from.
 */
class AclRuleParser extends EmbeddedActionsParser {
  readonly rule: () => RuleMaker

  constructor(t: Tokens, skipValidations: boolean) {
    super(Object.values(t), { maxLookahead: 1, skipValidations })
    const secret = this.secretRule(t)
    const pattern = this.patternRule(t)
    const command = this.commandRule(t)
    this.rule = this.RULE('rule', (): RuleMaker => this.OR<RuleMaker>([
      { ALT: () => keyword(this.CONSUME(t.keyword).image) },
      { ALT: () => this.SUBRULE(secret) },
      { ALT: () => this.SUBRULE(pattern) },
      { ALT: () => {
        this.CONSUME(t.add)
        return this.SUBRULE1(command, { ARGS: [true] })
      } },
      { ALT: () => {
        this.CONSUME(t.remove)
        return this.SUBRULE2(command, { ARGS: [false] })
      } },
      { ALT: () => {
        this.CONSUME(t.databases)
        this.OPTION(() => this.CONSUME(t.text))
        return (span, text) => ({ kind: 'databases', span, text, list: text.slice(3) })
      } },
      { ALT: () => {
        this.CONSUME(t.unknown)
        return (span, text) => ({ kind: 'unknown', span, text })
      } },
    ]))
    this.performSelfAnalysis()
  }

  private secretRule(t: Tokens): () => RuleMaker {
    return this.RULE('secret', () => {
      const make = this.OR<RuleMaker>([
        { ALT: () => (this.CONSUME(t.addPassword), password('add', 'plain')) },
        { ALT: () => (this.CONSUME(t.removePassword), password('remove', 'plain')) },
        { ALT: () => (this.CONSUME(t.addHash), password('add', 'sha256')) },
        { ALT: () => (this.CONSUME(t.removeHash), password('remove', 'sha256')) },
      ])
      this.OPTION(() => this.CONSUME(t.text))
      return make
    })
  }

  private patternRule(t: Tokens): () => RuleMaker {
    return this.RULE('pattern', () => {
      const make = this.OR<RuleMaker>([
        { ALT: () => (this.CONSUME(t.key), keys(null, 1)) },
        { ALT: () => (this.CONSUME(t.channel), channels) },
        { ALT: () => {
          this.CONSUME(t.percent)
          const permissions = this.OPTION1(() => this.CONSUME(t.permissions).image) ?? ''
          const tilde = this.OPTION2(() => this.CONSUME(t.tilde).image) ?? ''
          return keys(permissions, 1 + permissions.length + tilde.length)
        } },
      ])
      this.OPTION3(() => this.CONSUME(t.text))
      return make
    })
  }

  private commandRule(t: Tokens): (allow: boolean) => RuleMaker {
    return this.RULE('command', (allow: boolean) => this.OR<RuleMaker>([
      { ALT: () => {
        this.CONSUME(t.at)
        const category = this.OPTION1(() => this.CONSUME1(t.text).image) ?? ''
        return (span, text) => ({ kind: 'category', span, text, allow, category })
      } },
      { ALT: () => {
        const command = this.OPTION2(() => this.CONSUME(t.name).image) ?? ''
        const subcommand = this.OPTION3(() => {
          this.CONSUME(t.bar)
          return this.OPTION4(() => this.CONSUME2(t.text).image) ?? ''
        }) ?? null
        return (span, text) => ({ kind: 'command', span, text, allow, command, subcommand })
      } },
    ]))
  }
}

const keyword = (word: string): RuleMaker => {
  const name = word.toLowerCase() as AclKeyword
  return (span, text) => ({ kind: 'keyword', span, text, keyword: name })
}
const password = (op: 'add' | 'remove', form: 'plain' | 'sha256'): RuleMaker =>
  (span, text) => ({ kind: 'password', span, text, op, form, secret: text.slice(1) })
const keys = (permissions: string | null, length: number): RuleMaker =>
  (span, text) => ({ kind: 'keys', span, text, permissions, pattern: text.slice(length) })
const channels: RuleMaker = (span, text) => ({ kind: 'channels', span, text, pattern: text.slice(1) })

/** Lexer and parser of one rule. */
export interface AclGrammar {
  readonly lexer: Lexer
  readonly parser: { readonly rule: () => RuleMaker, input: IToken[], readonly errors: readonly Error[] }
}

export function createAclGrammar(skipValidations: boolean): AclGrammar {
  const tokens = createTokens()
  return { lexer: createLexer(tokens, skipValidations), parser: new AclRuleParser(tokens, skipValidations) }
}
