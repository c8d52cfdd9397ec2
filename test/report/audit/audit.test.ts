import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { secretSpans } from '../../../src/fixer/secrets.ts'
import { loadProject, memoryHost, type Runtime } from '../../../src/model/index.ts'
import { audit } from '../../../src/report/audit/audit.ts'
import type { AuditedServer } from '../../../src/report/audit/audit-report.ts'
import { AUDIT_FORMATS, type AuditFormatName } from '../../../src/report/audit/formats.ts'
import { html } from '../../../src/report/audit/markup.ts'
import { PLAIN } from '../../../src/report/palette.ts'

const PAGE = { palette: PLAIN, width: 80 }
const FORMATS = Object.keys(AUDIT_FORMATS) as AuditFormatName[]

async function audited(files: Readonly<Record<string, string | Uint8Array>>, target = 'redis@7.2.6', runtime: Runtime = 'host'): Promise<AuditedServer> {
  const [entry = ''] = Object.keys(files)
  const project = await loadProject({ entry, host: memoryHost(files), target, runtime })
  return { project, audit: audit(project) }
}

async function printed(format: AuditFormatName, ...servers: readonly AuditedServer[]): Promise<string> {
  return (await AUDIT_FORMATS[format]())({ version: '0.0.0', servers }, PAGE)
}

describe('a grade', () => {
  it.each([
    ['F', 'bind 0.0.0.0\nprotected-mode no\n'],
    ['F', 'bind 0.0.0.0\nuser default off\nuser web on nopass ~* +@all\n'],
    ['E', 'bind 0.0.0.0\nrequirepass foobared\n'],
    ['C', 'bind 0.0.0.0\nrequirepass s0me-long-and-unguessable-password\n'],
    ['D', 'bind 127.0.0.1\n'],
    ['B', 'port 0\nunixsocket s.sock\n'],
    ['A', 'bind 127.0.0.1\nrequirepass s0me-long-and-unguessable-password\n'],
  ])('%s for %j', async (grade, conf) => {
    expect((await audited({ 'redis.conf': conf }, 'redis@8.0.6')).audit.grade).toBe(grade)
  })

  it('differs in a container, and every format says why', async () => {
    const conf = { 'redis.conf': 'bind 0.0.0.0\n' }
    const host = await audited(conf)
    const docker = await audited(conf, 'redis@7.2.6', 'docker')
    expect([host.audit.grade, docker.audit.grade]).toEqual(['D', 'F'])
    for (const format of ['pretty', 'markdown', 'html'] as const) {
      expect((await printed(format, host)).replaceAll(/\s+/g, ' ')).toContain('(--runtime docker) it is grade F')
      expect((await printed(format, docker)).replaceAll(/\s+/g, ' ')).toContain('outside of one it is grade D')
    }
  })
})

describe('the picture', () => {
  it('shows in a line each who gets how far', async () => {
    const text = await printed('pretty', await audited({ 'redis.conf': 'bind 0.0.0.0\nport 7000\nrequirepass s0me-long-and-unguessable-password\n' }, 'redis@8.0.6'))
    expect(text.split('\n').slice(0, 13).join('\n')).toBe(`redis.conf as redis@8.0.6
grade C: who is on this machine, or on the way to it, gets at the data

  network       ──▶ port 7000 ──▶ must log in ──▶ 1 way
                    eavesdrop
                    redis.conf:3 requirepass •••
  this machine  ──▶ port 7000 ──✗ must log in
                    redis.conf:3 requirepass •••
  socket file   ──✗ cannot connect
                    redis.conf:1 bind 0.0.0.0

  eavesdrop: reads passwords and data on their way over the network
    from the network, without logging in`)
  })

  it('keeps to the width of the terminal', async () => {
    for (const sample of ['internet-exposed.conf', 'tls.conf', 'old-3.2.conf']) {
      const text = await printed('pretty', await audited({ [sample]: readSample(sample) }))
      expect(text.split('\n').filter((line) => line.length > PAGE.width)).toEqual([])
    }
  })

  it('puts a table before several servers, the worst first', async () => {
    const text = await printed('pretty', await audited({ 'a.conf': 'bind 0.0.0.0\nprotected-mode no\n' }), await audited({ 'b.conf': 'bind 127.0.0.1\n' }))
    expect(text.split('\n')[0]).toMatch(/^grade {2}server {2}network/)
    expect(text.split('\n')[1]).toMatch(/^F {6}a\.conf {2}open/)
  })

  it('lets no good grade hide that a server does not start', async () => {
    const dead = await audited({ 'a.conf': 'bind 127.0.0.1\nrequirepass s0me-long-and-unguessable-password\nprot 1\n' })
    for (const format of ['pretty', 'markdown', 'html'] as const) {
      expect(await printed(format, dead, await audited({ 'b.conf': '' })), format).toContain('mend it: it does not start')
    }
  })
})

const SAMPLES = new URL('../../../samples/', import.meta.url)
const readSample = (name: string): Uint8Array => readFileSync(new URL(name, SAMPLES))

describe('no secret leaves', () => {
  const SECRETS = {
    'redis.conf': 'bind 0.0.0.0\nrequirepass hunter2secret\nmasterauth otherSecret9\nreplicaof 10.0.0.1 1\nuser web on >plainSecret3 #' + 'ab'.repeat(32) + ' ~* +@all\nrename-command CONFIG my_CONFIG_secret\nrename-command FLUSHALL veryHiddenName77\n# requirepass oldSecret1\n',
  }
  it.each(FORMATS)('as %s', async (format) => {
    const text = await printed(format, await audited(SECRETS), await audited({ ...SECRETS, 'redis.conf': SECRETS['redis.conf'].replace('user web', 'user default') }))
    for (const secret of ['hunter2secret', 'otherSecret9', 'plainSecret3', 'abababab', 'my_CONFIG', 'my_config', 'veryHidden', 'veryhidden', 'oldSecret1']) expect(text).not.toContain(secret)
  })

  it('of samples in the page that shows the whole file', { timeout: 60_000 }, async () => {
    for (const name of ['internet-exposed.conf', 'tls.conf', 'old-3.2.conf', 'acl-only.conf']) {
      const server = await audited({ [name]: readSample(name) })
      const secrets = [...server.project.confs.values()].flatMap((document) =>
        secretSpans(document, server.project.schema).map(({ start, end }) => document.file.text.slice(start, end))).filter((secret) => secret.length > 5)
      const text = await printed('html', server)
      for (const secret of secrets) expect(text, name).not.toContain(secret)
    }
  })
})

describe('markup', () => {
  it('lets no text of a file become a tag', async () => {
    const server = await audited({ '<script>.conf': 'bind 0.0.0.0\n# <img src=x onerror=alert(1)> & "quotes"\nlogfile "<b>"\n' })
    const page = await printed('html', server)
    expect(page).not.toMatch(/<script|<img|<b>/)
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;')
    expect(await printed('markdown', server)).toContain('\\<script\\>')
  })
  it('escapes every value but markup', () => {
    expect(html`<i>${'<'}${html`<b>${'&'}</b>`}${null}${[1, 'x>']}</i>`.html).toBe('<i>&lt;<b>&amp;</b>1x&gt;</i>')
  })
})

it('prints JSON that is the audit', async () => {
  const server = await audited({ 'redis.conf': 'bind 0.0.0.0\nprotected-mode no\n' })
  expect(JSON.parse(await printed('json', server))).toMatchObject({ schemaVersion: 1, audits: [{ entry: 'redis.conf', grade: 'F', zones: [{ zone: 'network', reach: 'open' }, {}, {}] }] })
})
