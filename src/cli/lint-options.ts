import { FORMAT_NAMES } from '../report/formats.ts'
import { notBindable } from './addresses.ts'
import type { OptionSpec } from './command.ts'
import { FAIL_ON } from './levels.ts'
import { BACKUP, CONFIG, DIFF, FIX, format, NO_CONFIG, RUNTIME, SHOW_SECRETS, TARGET } from './options.ts'

export const LINT_OPTIONS: readonly OptionSpec[] = [
  { ...FIX, summary: 'repair and harden the files' },
  DIFF,
  {
    name: 'fix-level', value: 'LEVEL', choices: ['safe', 'repair', 'hardening'], needs: ['fix', 'diff'],
    summary: 'the boldest fixes to apply: safe, repair, hardening (the default)',
  },
  BACKUP,
  { name: 'password', value: 'SOURCE', summary: 'the password that fixes write: env:NAME, file:PATH or generate (the default)' },
  { name: 'bind', value: 'ADDRESSES', check: notBindable, summary: 'what fixes bind to, e.g. "10.0.0.5 127.0.0.1"' },
  { name: 'tls-cert', value: 'FILE', summary: 'the certificate, for fixes that turn TLS on' },
  { name: 'tls-key', value: 'FILE', summary: 'its key' },
  { name: 'tls-ca-cert', value: 'FILE', summary: 'the CA that clients are checked against' },
  TARGET,
  RUNTIME,
  { name: 'preset', value: 'PRESET', choices: ['recommended', 'strict'], summary: 'which rules run: recommended (the default), strict' },
  { name: 'rule', value: 'ID=LEVEL', repeat: true, summary: 'off, info, warning or error for one rule' },
  CONFIG,
  NO_CONFIG,
  { name: 'no-inline-ignores', summary: 'report what comments in the files ignore' },
  { name: 'fail-on', value: 'SEVERITY', choices: FAIL_ON, summary: 'exit with 1 from this severity on: error, warning (the default), info, never' },
  { name: 'max-warnings', value: 'N', summary: 'exit with 0 when there are no errors and at most N warnings' },
  { name: 'min-severity', value: 'SEVERITY', choices: ['error', 'warning', 'info'], summary: 'leave out what is less severe' },
  { name: 'quiet', short: 'q', against: { 'min-severity': '--quiet is --min-severity error' }, summary: 'the same as --min-severity error' },
  format(...FORMAT_NAMES),
  {
    name: 'output', short: 'o', value: 'FORMAT:FILE', repeat: true, against: { diff: '--diff prints a patch, and there is no report to write' },
    summary: 'write a report to a file too',
  },
  { name: 'stdin-filename', value: 'PATH', needs: ['-'], summary: 'what - is called in reports, and where its includes are looked for' },
  SHOW_SECRETS,
]
