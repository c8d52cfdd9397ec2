import { expect, test } from 'vitest'
import { CLASSIC_DIALECT, parseAclFile, parseAclRules, splitWords, type AclLine, type AclRule, type Dialect } from '../../src/parser/index.ts'

const VALKEY_9: Dialect = { textMayFollowQuote: true, dropsByteFF: true }

const sign = (allow: boolean): string => allow ? '+' : '-'

/** A rule without its positions, as short as can be read. */
const SHAPES: { readonly [Kind in AclRule['kind']]: (rule: Extract<AclRule, { kind: Kind }>) => string } = {
  keyword: ({ keyword }) => keyword,
  password: ({ op, form, secret }) => `password ${op} ${form} ${secret}`,
  keys: ({ permissions, pattern }) => `keys ${permissions ?? '-'} ${pattern}`,
  channels: ({ pattern }) => `channels ${pattern}`,
  command: ({ allow, command, subcommand }) => `command ${sign(allow)} ${command} ${subcommand ?? '-'}`,
  category: ({ allow, category }) => `category ${sign(allow)} ${category}`,
  databases: ({ list }) => `databases ${list}`,
  selector: ({ closed, rules }) => `${closed ? 'selector' : 'open selector'} [${rules.map(shape).join(', ')}]`,
  empty: () => 'empty',
  unknown: ({ text }) => `unknown ${text}`,
}

function shape(rule: AclRule): string {
  return (SHAPES[rule.kind] as (rule: AclRule) => string)(rule)
}

const rulesOf = (text: string, dialect: Dialect = CLASSIC_DIALECT): AclRule[] => parseAclRules(splitWords(text, dialect).words, dialect)

test.each([
  ['on OFF NoPass', ['on', 'off', 'nopass']],
  ['resetpass reset clearselectors', ['resetpass', 'reset', 'clearselectors']],
  ['sanitize-payload skip-sanitize-payload', ['sanitize-payload', 'skip-sanitize-payload']],
  ['allkeys resetkeys allchannels resetchannels', ['allkeys', 'resetkeys', 'allchannels', 'resetchannels']],
  ['allcommands nocommands ALLDBS resetdbs', ['allcommands', 'nocommands', 'alldbs', 'resetdbs']],
  ['>p <q #aa !bb >', ['password add plain p', 'password remove plain q', 'password add sha256 aa', 'password remove sha256 bb', 'password add plain ']],
  ['>>> ">p w"', ['password add plain >>', 'password add plain p w']],
  ['~a ~ ~*', ['keys - a', 'keys - ', 'keys - *']],
  ['%R~a %rw~b %~c %R % %R~a~b', ['keys R a', 'keys rw b', 'keys  c', 'keys R ', 'keys  ', 'keys R a~b']],
  ['&a & &*', ['channels a', 'channels ', 'channels *']],
  ['+get -SET + -', ['command + get -', 'command - SET -', 'command +  -', 'command -  -']],
  ['+config|get +a|b|c +get| +|x', ['command + config get', 'command + a b|c', 'command + get ', 'command +  x']],
  ['+@read -@ALL +@ +@a|b +a@b', ['category + read', 'category - ALL', 'category + ', 'category + a|b', 'command + a@b -']],
  ['db=1,2 DB= "db=1, 2" db', ['databases 1,2', 'databases ', 'databases 1, 2', 'unknown db']],
  ['"" onn o allkeys2 ) [x] \'"\' "on\\n"', ['empty', 'unknown onn', 'unknown o', 'unknown allkeys2', 'unknown )', 'unknown [x]', 'unknown "', 'unknown on\n']],
  ['\xff "\\x00"', ['unknown \xff', 'unknown \0']],
  // measured, 6.0.16 to 9.1.2: all but passwords and patterns are C strings
  ['"on\\x00x" "+get\\x00b" "+@read\\x00b" "~*\\x00b" "&*\\x00"', ['on', 'command + get -', 'category + read', 'keys - *', 'channels *']],
  ['">a\\x00b" "~a\\x00" "%R~\\x00" "&a\\x00"', ['password add plain a\0b', 'keys - a\0', 'keys R \0', 'channels a\0']],
] as const)('%s', (text, shapes) => {
  expect(rulesOf(text).map(shape)).toEqual(shapes)
})

// measured: what redis-server 7.0.15 and 8.0.6 make of it, by ACL LIST
test.each([
  ['(+get ~x) on', ['selector [command + get -, keys - x]', 'on']],
  ['( +get ~x ) on', ['selector [command + get -, keys - x]', 'on']],
  ['(+get  ~x) () on', ['selector [command + get -, keys - x]', 'selector []', 'on']],
  ['"(+get ~x)" on', ['selector [command + get -, keys - x]', 'on']],
  ['"(+get" "~x)" on', ['selector [command + get -, keys - x]', 'on']],
  ['"(~\\"x\\")"', ['selector [keys - x]']],
  ['(on >p ((+get))', ['selector [on, password add plain p, unknown ((+get)]']],
  ['(+get)(+set)', ['selector [command + get)(+set -]']],
  ['(+get ~x (+set ~y)', ['selector [command + get -, keys - x, unknown (+set, keys - y]']],
  ['on (+get ~x', ['on', 'open selector [command + get -, keys - x]']],
  ['(', ['open selector []']],
  ['~(x) >(p )', ['keys - (x)', 'password add plain (p', 'unknown )']],
  ['"(+get \\"~x) on', []],
  ['"(+get \\"~x)" on', ['selector []', 'on']],
  ['"(+get \\x00 ~x)" on', ['selector [command + get -]', 'on']],
  ['(+get "~x\\x00y" ~z)', ['selector [command + get -, keys - x, keys - z]']],
  ['(+get "~x\\x00)" on', ['unknown (+get ~x', 'on']],
])('a selector: %s', (text, shapes) => {
  expect(rulesOf(text).map(shape)).toEqual(shapes)
})

test('in a selector the quoting of the release holds again', () => {
  const text = '"(+get \\"~x\\"y ~a\xffb)"'
  expect(rulesOf(text).map(shape)).toEqual(['selector []'])
  expect(rulesOf(text, VALKEY_9).map(shape)).toEqual(['selector [command + get -, keys - xy, keys - ab]'])
})

test.each([
  ['on (~a +@read) +get', ['on', '(~a +@read)', ['~a', '+@read'], '+get']],
  ['"(~a\\x41 \\"+@read\\")" on', ['"(~a\\x41 \\"+@read\\")"', ['~a\\x41', '\\"+@read\\"'], 'on']],
  ['(~a "\'+g et\'" b)', ['(~a "\'+g et\'" b)', ['~a', '\'+g et\'', 'b']]],
])('a rule in a selector knows where it stands: %s', (text, sources) => {
  const sourceOf = (rule: AclRule): unknown[] =>
    [text.slice(rule.span.start, rule.span.end), ...(rule.kind === 'selector' ? [rule.rules.flatMap(sourceOf)] : [])]
  expect(rulesOf(text).flatMap(sourceOf)).toEqual(sources)
})

const lineShape = (line: AclLine): string => line.kind === 'user'
  ? `${line.number} user <${line.name.value}> ${line.rules.map(shape).join('; ')}`
  : `${line.number} ${line.kind}`

// measured: ACL files given to redis-server 7.0.15, 8.0.6, valkey-server 8.1.1, 9.1.2
test.each([
  ['user a on\n\nuser b off\n', ['1 user <a> on', '2 blank', '3 user <b> off']],
  ['\t user a on \r\n \t\r\n\f\n', ['1 user <a> on', '2 blank', '3 stray']],
  ['user  a on', ['1 user <> unknown a; on']],
  ['user a  on   ~x ', ['1 user <a> empty; on; empty; empty; keys - x']],
  ['user\nuser \nUSER a\nuser\ta\n# c\nx\nuser a', ['1 stray', '2 stray', '3 stray', '4 stray', '5 stray', '6 stray', '7 user <a> ']],
  ['user a\ton\nuser \ta on', ['1 user <a\ton> ', '2 user <\ta> on']],
  ['user a on \t+get\t ~x\r', ['1 user <a> on; command + get -; keys - x']],
  ['user a ~x\ry ~x\t~y', ['1 user <a> keys - x\ry; keys - x\t~y']],
  ['user "a" ">p w"', ['1 user <"a"> unknown ">p; unknown w"']],
  ['user a (+get "~x") ~y', ['1 user <a> selector [command + get -, keys - x]; keys - y']],
  ['user a (+get ~x\t) ~y', ['1 user <a> selector [command + get -, keys - x]; keys - y']],
  // The words of a selector are put together before blanks are trimmed off.
  ['user a \t(+get ~x)', ['1 user <a> unknown (+get; keys - x)']],
  ['user a \t(+get)\t on', ['1 user <a> selector [command + get -]; on']],
  ['user a (+get ~x)\t on', ['1 user <a> open selector [command + get -, keys - x), on]']],
  ['user a ~x\0zzz\ny ~q\nuser b', ['1 user <a> keys - xy; keys - q', '2 user <b> ']],
  ['\0\n', ['1 blank']],
  ['', []],
])('an ACL file: %j', (text, lines) => {
  const document = parseAclFile(text)
  expect([...document.lines()].map(lineShape)).toEqual(lines)
  expect(document.lineCount).toBe(lines.length)
  expect(lines.map((_, i) => lineShape(document.line(i + 1)))).toEqual(lines)
})

// measured: redis 6.0.16, where no words are put together
test('an ACL file read without selectors', () => {
  const [line] = parseAclFile('user a on (+get\t ~x) (&y)\n').lines()
  expect(line?.kind === 'user' ? line.wordRules.map(shape) : []).toEqual(['on', 'unknown (+get', 'keys - x)', 'unknown (&y)'])
})

test.each([1022, 1023, 1024])('a NUL at byte %d of a line hides the rest of 1023 bytes', (at) => {
  const [line] = parseAclFile(`user a ~${'a'.repeat(at - 8)}\0${'0123456789'.repeat(200)}\n`).lines()
  // measured: the digit that follows the pattern in ACL LIST
  const next = { 1022: '0', 1023: '2', 1024: '1' }[at] ?? ''
  expect(line).toMatchObject({ kind: 'user', rules: [{ kind: 'keys', pattern: expect.stringMatching(new RegExp(`^a+${next}`)) as unknown }] })
})

test('words and rules of an ACL file stand where they were read', () => {
  const text = 'user a on\r\nuser b \t+get (~a +@read) \n'
  const spans = [...parseAclFile(text).lines()].flatMap((line) => line.kind === 'user' ? line.rules.map((rule) => text.slice(rule.span.start, rule.span.end)) : [])
  expect(spans).toEqual(['on', '+get', '(~a +@read)'])
})
