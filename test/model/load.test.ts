import { describe, expect, test } from 'vitest'
import { dryRun, loadProject, memoryHost, reload, type Project } from '../../src/model/index.ts'
import { refusal, starts } from './starts.ts'

const load = (files: Record<string, string>, target = 'redis@7.2', entry = 'redis.conf'): Promise<Project> =>
  loadProject({ entry, host: memoryHost(files), target })

/** `path:line name`, in load order. */
const order = ({ steps }: Project): string[] =>
  steps.flatMap((step) => (step.kind === 'directive' ? [`${step.use.path}:${step.use.line} ${step.use.node.name.value}`] : []))

const FILES = {
  'a.conf': 'timeout 1\n',
  'conf.d/10.conf': 'hz 10\n',
  'conf.d/9.conf': 'hz 9\n',
  'conf.d/B.conf': 'hz 11\n',
  'conf.d/.hidden.conf': 'port 1\n',
  'conf.d/sub/x': '',
  'x[1].conf': 'timeout 7\n',
  'sub/a.conf': 'timeout 2\n',
}

describe('includes', () => {
  test('are read where they stand', async () => {
    const project = await load({ ...FILES, 'redis.conf': 'port 0\ninclude a.conf\nhz 20' })
    expect(order(project)).toEqual(['redis.conf:1 port', 'redis.conf:2 include', 'a.conf:1 timeout', 'redis.conf:3 hz'])
  })

  test.each([
    ['conf.d/*.conf', ['conf.d/10.conf', 'conf.d/9.conf', 'conf.d/B.conf']],
    ['conf.d/*', ['conf.d/10.conf', 'conf.d/9.conf', 'conf.d/B.conf', 'conf.d/sub']],
    ['conf.d/[!B]*.conf', ['conf.d/10.conf', 'conf.d/9.conf']],
    ['conf.d/[0-9].conf', ['conf.d/9.conf']],
    ['conf.d/.h*', ['conf.d/.hidden.conf']],
    ['*/a.conf', ['sub/a.conf']],
    ['x[1].conf', []],
    ['x\\[1].conf', ['x[1].conf']],
    // Measured: 8.0.6, valkey 9.1.2.
    ['conf.d/[[:upper:]].conf', ['conf.d/B.conf']],
    ['conf.d/[![:digit:]]*.conf', ['conf.d/B.conf']],
    ['conf.d/[[=B=]].conf', ['conf.d/B.conf']],
    ['conf.d/[[.1.]-3]?.conf', ['conf.d/10.conf']],
    ['conf.d/[[:nosuch:]B].conf', []],
    ['conf.d/[[:constructor:]].conf', []],
    ['conf.d/.*/a.conf', ['a.conf']],
    ['"a.conf\\x00*"', ['a.conf']],
    ['"[a].conf\\x00z"', ['a.conf']],
    ['{a,b}.conf', null],
    ['nothing/*.conf', []],
  ])('%s', async (pattern, matches) => {
    const project = await load({ ...FILES, 'redis.conf': `include ${pattern}\n` })
    const entered = project.steps.find((step) => step.kind === 'enter' && step.by !== null)
    expect(entered?.kind === 'enter' ? entered.paths : null).toEqual(matches)
  })

  test('take a pattern for a name where the release does', async () => {
    expect(order(await load({ ...FILES, 'redis.conf': 'include x[1].conf\n' }, 'redis@6.2'))).toContain('x[1].conf:1 timeout')
    expect(refusal(await starts({ ...FILES, 'redis.conf': 'include conf.d/*.conf\n' }, 'redis@6.2')))
      .toBe("refused: Fatal error, can't open config file 'conf.d/*.conf': No such file or directory")
  })

  test('of a glob are one text: an open last line goes on in the next file, and lines are counted through', async () => {
    const files = { 'd/1': 'port 0\ntime', 'd/2': 'out 5\nhz 20', 'd/3': '0\nfoo\n', 'redis.conf': 'include d/*\n' }
    const project = await load(files)
    expect(order(project)).toEqual(['redis.conf:1 include', 'd/1:1 port', 'd/1:2 timeout', 'd/2:3 hz', 'd/3:4 foo'])
    const server = dryRun(project)
    expect([server.setting('timeout')?.value, server.setting('hz')?.value, server.problems[0]?.line]).toEqual(['5', '200', 4])
    const glued = project.steps.find((step) => step.kind === 'directive' && step.use.node.name.value === 'timeout')
    expect(glued?.kind === 'directive' && glued.use.node.span).toEqual({ start: 7, end: 11 })
  })

  // Measured: 7.0.15, 8.0.6, valkey 8.0.1, 8.1.1, 9.1.2.
  test.each([
    ['timeout 1\0zz\n', '0\n', '', ['d/a:1 timeout 10']],
    ['timeout 1\0zz', '0\n', '', ['d/a:1 timeout 10']],
    ['timeout 1', '0\0z\n', '0\ntimeout x\n', ['d/a:1 timeout 100', 'd/c:2 timeout x']],
    ['timeout 1', '\0z\n', '0\ntimeout x\n', ['d/a:1 timeout 10', 'd/c:2 timeout x']],
    ['#\0\n', 'timeout 5\nhz 1\n', '', ['d/b:2 hz 1']],
    ['timeout 5\0\n\n\n', 'hz 1\n', '', ['d/a:1 timeout 5', 'd/b:3 hz 1']],
    [`pidfile ${'x'.repeat(1010)}`, `${'y'.repeat(20)}\0zzzzz\n`, 'w\n', [`d/a:1 pidfile ${'x'.repeat(1010)}${'y'.repeat(20)}w`]],
  ])('of a glob: a NUL hides the newline of its own file, %j %j %j', async (a, b, c, expected) => {
    const { steps } = await load({ 'd/a': a, 'd/b': b, 'd/c': c, 'redis.conf': 'include d/*\n' })
    const uses = steps.flatMap((step) => (step.kind === 'directive' && step.use.path !== 'redis.conf' ? [step.use] : []))
    expect(uses.map(({ path, line, node }) => `${path}:${line} ${node.name.value} ${node.args.map(({ value }) => value).join(' ')}`)).toEqual(expected)
  })
  test('of a glob: what a NUL hides lies within the words around it', async () => {
    const { steps } = await load({ 'd/a': 'hz 1\nti\0zz\nme\0\n', 'd/b': 'out 5\n', 'redis.conf': 'include d/*\n' })
    const step = steps.at(-3)
    expect(step?.kind === 'directive' && [step.use.node.name.span, step.use.node.args[0]?.span]).toEqual([{ start: 5, end: 15 }, { start: 15, end: 15 }])
  })

  test.each([
    ['dir sub\ninclude a.conf', 'sub/a.conf:1 timeout'],
    ['dir sub\ndir ..\ninclude a.conf', 'a.conf:1 timeout'],
    ['dir sub\ninclude ../a.conf', 'a.conf:1 timeout'],
    ['include sub/../a.conf', 'a.conf:1 timeout'],
    ['include ./sub//a.conf', 'sub/a.conf:1 timeout'],
    ['include /a.conf', 'a.conf:1 timeout'],
  ])('start from where dir left the server: %j reads %s', async (text, expected) => {
    expect(order(await load({ ...FILES, 'redis.conf': text })).at(-1)?.replace(/^\//, '')).toBe(expected)
  })

  // Measured: 6.0.16, 7.0.15 to valkey 9.1.2.
  test.each(['redis@6.0', 'redis@7.0', 'valkey@9.1'])('end at a NUL, as their names do: %s', async (target) => {
    expect((await starts({ ...FILES, 'redis.conf': '"include\\x00x" "sub/a.conf\\x00z"\n' }, target)).setting('timeout')?.value).toBe('2')
    expect(refusal(await starts({ 'redis.conf': 'include "nofile\\x00z"\n' }, target))).toBe("refused: Fatal error, can't open config file 'nofile': No such file or directory")
  })

  test.each(['missing.conf', 'nosuch/../a.conf', 'a.conf/', 'a.conf/../a.conf', '""', '~/a.conf'])('%s is not there', async (path) => {
    const server = await starts({ ...FILES, 'redis.conf': `include ${path}\n` }, 'redis@7.2')
    expect(server.problems.map(({ code, stage }) => [code, stage])).toEqual([['missing-include', 'start']])
  })

  test('a file that includes itself kills the server, unless a line of it can be met only once', async () => {
    expect((await starts('include redis.conf\n', 'redis@7.2')).problems.map(({ code, crash }) => [code, crash])).toEqual([['include-cycle', true]])
    expect(refusal(await starts('rename-command get ""\ninclude redis.conf\n', 'redis@7.2'))).toBe('refused: No such command in rename-command')
  })

  test('a long chain needs no stack of ours, and is too deep for the server', async () => {
    const files: Record<string, string> = { 'redis.conf': 'include 1\n', 10000: 'timeout 5\n' }
    for (let i = 1; i < 10_000; i++) files[i] = `include ${i + 1}\n`
    const server = await starts(files, 'redis@7.2')
    expect([server.setting('timeout')?.value, server.problems.map(({ crash }) => crash)]).toEqual(['5', [true]])
  })

  test('that double at each level end somewhere', async () => {
    const files: Record<string, string> = { 'redis.conf': 'include 1\ninclude 1\n', 40: '' }
    for (let i = 1; i < 40; i++) files[i] = `include ${i + 1}\ninclude ${i + 1}\n`
    expect((await starts(files, 'redis@7.2')).starts).toBe(false)
  })
})

test.each([
  ['dir nosuch', 'redis@6.2', "refused: Can't chdir to 'nosuch': No such file or directory"],
  ['dir nosuch', 'redis@7.0', 'refused: No such file or directory'],
  ['dir a.conf', 'redis@7.0', 'refused: Not a directory'],
  ['dir "sub\\x00x"\ninclude a.conf', 'redis@7.0', null],
  ['dir "\\x00"', 'redis@6.0', "refused: Can't chdir to '': No such file or directory"],
  ['dir "\\x00"', 'valkey@8.0', "refused: dir can't be empty"],
  ['loadmodule "nosuch.so\\x00zz"', 'valkey@9.1', "refused: Can't load module from nosuch.so: server aborting"],
  ['aclfile "nofile\\x00x"', 'redis@7.0', "refused: Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'nofile': No such file or directory"],
  ['dir ""', 'valkey@8.0', "refused: dir can't be empty"],
  ['dir /var/lib/redis', 'redis@7.0', null],
  ['logfile nosuch/x.log\nlogfile ""', 'redis@7.0', null],
  ['logfile nosuch/x.log\nlogfile ""', 'redis@6.2', "refused: Can't open the log file: No such file or directory"],
  ['logfile sub', 'redis@7.0', "refused: Can't open the log file: Is a directory"],
])('%j on %s: %s', async (text, target, expected) => {
  expect(refusal(await starts({ ...FILES, 'redis.conf': text }, target))).toBe(expected)
})

test('a folder that is not on this machine is taken to be on the server, and said', async () => {
  expect((await starts('dir /var/lib/redis\n', 'redis@7.2')).assumed.map(({ path }) => path)).toEqual(['/var/lib/redis'])
})

test.each(['u.acl', '"u.acl\\x00x"'])('the ACL file is looked for from where dir left the server: %s', async (path) => {
  const project = await load({ 'redis.conf': `aclfile ${path}\ndir sub\n`, 'sub/u.acl': 'user a on\n' })
  expect([...project.acls.keys()]).toEqual(['sub/u.acl'])
})

test.each([
  ['users.acl', '', 'acl'],
  ['users', '\nuser a on\nuser b off\n', 'acl'],
  ['redis.conf', 'user a on\nport 0\n', 'server'],
  ['sentinel.conf', '', 'sentinel'],
  ['26379.conf', 'port 26379\nSentinel monitor m 127.0.0.1 1 1\n', 'sentinel'],
  ['redis.conf', '# sentinel monitor\nport 0\n', 'server'],
])('%s with %j is the file of a %s', async (entry, text, kind) => {
  expect((await load({ [entry]: text }, 'redis@7.2', entry)).kind).toBe(kind)
})

test('an entry file that is not there is what the server says first', async () => {
  expect(refusal(await starts({}, 'redis@7.2'))).toBe("refused: Fatal error, can't open config file 'redis.conf': No such file or directory")
})

test('a target nobody knows is the newest Redis', async () => {
  expect((await load({ 'redis.conf': '' }, 'postgres')).schema.release).toEqual((await load({ 'redis.conf': '' }, 'redis')).schema.release)
})

test('reading again with another text, from what the host said', async () => {
  const project = await load({ ...FILES, 'redis.conf': 'include a.conf\nhz 5\n' })
  const changed = reload(project, new Map([['a.conf', 'timeout 9\naclfile new.acl\n'], ['new.acl', 'user a on\n']]))
  expect([dryRun(changed).setting('timeout')?.value, [...changed.acls.keys()], [...changed.confs.keys()]]).toEqual(['9', ['new.acl'], ['redis.conf', 'a.conf']])
  expect(changed.confs.get('redis.conf')).toBe(project.confs.get('redis.conf'))
  expect(dryRun(reload(changed, new Map([['a.conf', 'timeout 1\n']]))).setting('timeout')?.value).toBe('1')
})
