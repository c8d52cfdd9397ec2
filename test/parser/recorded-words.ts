/** What `CONFIG GET masterauth` says after a start with the text, or why and where the server refused it. */
export type RecordedAnswer = string | { readonly line: number; readonly refused: 'unbalanced' | 'count' | 'name' }

export interface RecordedWords {
  readonly texts: readonly string[]
  /** By server, in the order of `texts`. */
  readonly answers: Readonly<Record<string, readonly RecordedAnswer[]>>
}

const WORDS: readonly string[] = [
  'plain', 'a b', '"a b"', '\'a b\'', '""', '\'\'', '', '"', '\'', 'it\'s', 'a"b c"', 'a\'b c\'', '"a"b', '"a" b', '"a"\tb', '"a"\vb', '"a"\v', '"a"\f ',
  '"a"\r', '"a"\'b\'', 'a"b c"d', '""x', '"a""b"', 'a"b"\'c\'', 'a""', '""\'\'', '"a"#b', '"a" # b', '# x', 'a#b', '#', 'a # b',
  '"\\x41"', '"\\x4"', '"\\x4g"', '"\\xg1"', '"\\x"', '"\\X41"', '"\\xfF"', '"\\n\\r\\t\\b\\a"', '"\\v\\f\\0\\e"', '"\\q\\"\\\\\\\'"', '\'\\x41\'', '\'\\n\'', '\'a\\\'b\'', '\'a\\\\\'', '\'a\\"b\'', '\'a\\\'',
  '\\x41', 'a\\', 'a\\ b', 'a\\"b"', '"a\\', '"a\\ ', '"a\\"', '"a\\\\"', '"a', '\'a', 'a"', 'a\'', 'a"b', '"a\\x4',
  'a\vb', '\va', 'a\v', '\v', '\fa', 'a\f', 'a\fb', '\v\f a', 'a\rb', 'a\r', '\ra', '"a\rb"', '"a\tb"', 'a\tb', '"a\vb"', '"a\x07b"', '\x01', 'a\x7fb',
  '\xe9', 'caf\xc3\xa9', '"\xff"', '\xff', 'a\xffb', '"a"\xff', '\xff"a"', '"a\\\xffn"', '"\\\xffx41"', '"\\x4\xff1"', '\xa0', '\x85', '"\\xff"', '"a\\x00b"', 'a\0b', '"a\0b"', '\0', '"a\0',
  'a;b', '//', ';', '$HOME', '`x`', '(x)', '%R~x', '~*', '{a,b}', '--x', '-', '=', 'a=b', '<x>', '\ufeff'.replace('\ufeff', '\xef\xbb\xbf'),
]

/** Whole files: lines, ends of lines, names, and reading in pieces. */
const FILES: readonly string[] = [
  '', '\n', '\n\n', '\r\n', ' \t\r\n', '\f\n', '\v\n', ' \f \n', '\f# x\n', '\v#x\n', '\f#\n', '# x\n', '  # x "\n', '\t#\'\n', '\r# x\n', '#\n', '""\n', '\'\'\n', '"#"\n',
  'masterauth a', 'masterauth a\r\n', '  masterauth a  \n', '\tmasterauth\ta\t\n', '\rmasterauth\ra\r\n', '\fmasterauth\fa\f\n', '\vmasterauth\va\n', 'masterauth\f a\n', 'masterauth \fa\n',
  'MASTERAUTH a\n', '"masterauth" a\n', '\'masterauth\' "a"\n', 'master"auth" a\n', '"master"auth a\n', '"masterauth"a\n', '"master\\x61uth" a\n', 'masterauth\n', 'masterauth a b\n',
  '# a\rmasterauth a\r', 'masterauth a\rmasterauth b\r', 'masterauth a\n\rmasterauth b\n', '\n\nmasterauth a\n\n\nmasterauth it\'s\n', '# "\nmasterauth a\n', 'masterauth "a\nb"\n', 'masterauth "a\\\nb"\n', 'masterauth a\\\nmasterauth b\n',
  '\xef\xbb\xbfmasterauth a\n', '\xef\xbb\xbf# x\n', '\xef\xbb\xbf\n', 'masterauth a\n\xef\xbb\xbf\n', '\xff\n', '\xff# x\n', 'master\xffauth a\n', '\xff\xff', '#\xff"\n', '\n\xffmasterauth it\'s\n',
  'masterauth a\0zzz\nb\n', 'masterauth a\0\nb\0\nc\n', '# x\0y\nmasterauth a\n', 'masterauth a\n\0', '\0', '\0\0\n', '\0masterauth a\nmasterauth b\n', 'masterauth a\0 "\n', 'masterauth "a\0"\nb"\n',
  'masterauth a\n# x\0\n# y\nmasterauth it\'s\n', 'masterauth a\0b', 'masterauth a\n\0\nmasterauth b\n', '\n\0\n\0\nmasterauth it\'s\n', '"\0\n"\n',
  // A NUL hides the rest of the piece that was read with it; these show how long a piece is.
  ...[1000, 1010, 1011, 1012, 1013, 1014, 1022, 1023, 1024, 1025, 2035, 2036].map((length) => `masterauth ${'a'.repeat(length - 11)}\0${'0123456789'.repeat(220)}\n`),
  ...[1022, 1023, 1024].map((length) => `#${'x'.repeat(length - 1)}\nmasterauth ${'a'.repeat(900)}\0${'0123456789'.repeat(20)}\n`),
  `masterauth ${'\xff'.repeat(500)}${'a'.repeat(400)}\0${'0123456789'.repeat(40)}\n`,
  `masterauth ${'a'.repeat(1005)}\xff\xff\xff\xff\0${'0123456789'.repeat(40)}\n`,
  `masterauth ${'a'.repeat(5000)}\n`, `masterauth "${'a'.repeat(5000)}"\n`, `masterauth${' '.repeat(3000)}a\n`, `#${'x'.repeat(5000)}\nmasterauth a\n`,
]

export const WRITTEN_TEXTS: readonly string[] = [...FILES, ...WORDS.map((word) => `masterauth ${word}\n`)]
