import { describe, expect, it } from 'vitest'
import { isOnHost, networkKind, readBindAddress } from '../../../src/model/exposure/addresses.ts'
import type { Schema } from '../../../src/schema/schema.ts'

const schemaWith = (...behaviours: string[]): Schema => ({ has: (name: string) => behaviours.includes(name) }) as unknown as Schema
const modern = schemaWith('optional-bind-addresses', 'star-is-any-ipv6')
const old = schemaWith()

/** All measured: which words 6.0.16, 7.0.15 and 9.1.2 bind to, and what they say of the others. */
describe('readBindAddress', () => {
  it.each([
    ['*', 4, 'any', null],
    ['0.0.0.0', 4, 'any', null],
    ['0', 4, 'any', null],
    ['127.0.0.1', 4, 'loopback', null],
    ['127.1', 4, 'loopback', null],
    ['0x7f000001', 4, 'loopback', null],
    ['LOCALHOST', 4, 'loopback', null],
    ['127.0.0.2', 4, 'other-loopback', null],
    ['10.0.0.5', 4, 'network', null],
    ['-10.0.0.5', 4, 'network', null],
    ['db.example.org', 4, 'network', null],
    ['999.1.1.1', 4, 'network', 'unresolvable'],
    ['127.0.0.1,10.0.0.5', 4, 'network', 'unresolvable'],
    ['', 4, 'network', 'unresolvable'],
    ['-', 4, 'network', 'unresolvable'],
    ['::', 6, 'any', null],
    ['::*', 6, 'any', null],
    ['-::*', 6, 'any', null],
    ['::1', 6, 'loopback', null],
    ['0:0:0:0:0:0:0:1', 6, 'loopback', null],
    ['nosuch..x', 4, 'network', 'unresolvable'],
    ['.x', 4, 'network', 'unresolvable'],
    ['a'.repeat(63), 4, 'network', null],
    ['a'.repeat(64), 4, 'network', 'unresolvable'],
    [`x.${'a'.repeat(64)}.y`, 4, 'network', 'unresolvable'],
    ['[::1]', 6, 'network', 'unresolvable'],
    ['::1%lo', 6, 'network', 'unresolvable'],
    ['::1%', 6, 'network', 'unresolvable'],
    ['::1%1x', 6, 'network', 'unresolvable'],
    ['::1%4294967296', 6, 'network', 'unresolvable'],
    ['::1%4294967295', 6, 'loopback', null],
    ['::1%01', 6, 'loopback', null],
    ['::1%0', 6, 'loopback', null],
    ['::%1', 6, 'any', null],
    ['fd00::1%1', 6, 'network', null],
    ['fe80::1%', 6, 'network', 'unresolvable'],
    ['fe80::1%0', 6, 'network', 'unusable'],
    ['fe80::1%1', 6, 'network', null],
    ['ff02::1', 6, 'network', 'unusable'],
    ['ff02::1%1', 6, 'network', 'unusable'],
    ['ff02::1%lo', 6, 'network', 'unusable'],
    ['::ffff:1.2.3.4%1', 6, 'network', 'unusable'],
    ['::0.0.0.1', 6, 'loopback', null],
    ['::0.0.0.0', 6, 'any', null],
    ['::1.2.3.4', 6, 'network', null],
    ['fd00::1', 6, 'network', null],
    ['fe80::1', 6, 'network', 'unusable'],
    ['fe80::1%eth0', 6, 'network', null],
    ['::ffff:127.0.0.1', 6, 'network', 'unusable'],
  ] as const)('%s', (word, family, scope, problem) => {
    expect(readBindAddress(word, modern)).toMatchObject({ word, family, scope, problem })
  })

  it.each(['-::1', '-10.0.0.5', '::*', '-::*'])('%s is a bad name to releases without optional addresses', (word) => {
    expect(readBindAddress(word, old)).toMatchObject({ optional: false, problem: 'unresolvable' })
  })
})

describe('networkKind', () => {
  it.each([
    ['8.8.8.8', 'public'], ['2001:4860::1', 'public'], ['192.168.1.1', 'private'], ['fd00::1', 'private'],
    ['100.64.0.1', 'carrier'], ['169.254.1.1', 'link-local'], ['fe80::1%eth0', 'link-local'], ['db.example.org', null], ['*', null], ['127.0.0.1', null],
  ] as const)('%s is %s', (word, kind) => {
    expect(networkKind(readBindAddress(word, modern))).toBe(kind)
  })
})

it('knows an address of the host however it is spelled', () => {
  const address = readBindAddress('fd00:0::1', modern)
  expect(isOnHost(address, ['FD00::1'], modern)).toBe(true)
  expect(isOnHost(address, ['fd00::2'], modern)).toBe(false)
  expect(isOnHost(address, undefined, modern)).toBe(true)
})
