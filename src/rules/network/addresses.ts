import type { Word } from '../../parser/conf-tree.ts'
import { readBindAddress, type BindAddress } from '../../model/exposure/addresses.ts'
import type { RuleContext } from '../rule.ts'

/** The addresses that an argument of `bind` stands for: some releases split a single one again. */
export function addressesOf({ value }: Word, { schema }: RuleContext): readonly BindAddress[] {
  const words = schema.directive('bind')?.multiArg === true ? value.split(/\s+/).filter((word) => word !== '') : [value]
  return words.map((word) => readBindAddress(word, schema))
}

/** Without a port, plain or TLS, nobody comes in over a network whatever `bind` says. */
export function listensOnTcp({ server }: RuleContext): boolean {
  return ['port', 'tls-port'].some((name) => (server.setting(name)?.value ?? '0') !== '0')
}

/** What `bind` is to say for this machine only. Where every address has to be there, `::1` is left out. */
export function loopback({ schema }: RuleContext): string {
  return schema.has('optional-bind-addresses') ? '127.0.0.1 -::1' : '127.0.0.1'
}
