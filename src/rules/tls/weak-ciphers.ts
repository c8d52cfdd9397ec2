import { quoteWord } from '../../parser/quote-word.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'
import { usesTls } from './encryption.ts'

/** Parts of an OpenSSL cipher list that let in what encrypts weakly, not at all, or to nobody in particular. */
const WEAK = /(?:^|[-+])(?:A?NULL|ENULL|EXP(?:ORT)?(?:40|56)?|LOW|RC4|RC2|DES|3DES|DES-CBC3?|MD5|ADH|AECDH|SEED|IDEA)(?:$|[-+])|^(?:ALL|COMPLEMENTOFALL|COMPLEMENTOFDEFAULT)$|SECLEVEL=0/i

export const weakCiphers: Rule = {
  meta: {
    id: 'weak-ciphers',
    summary: 'the cipher list lets in weak ciphers',
    category: 'tls',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `Ciphers without authentication (ADH) let anybody pose as the server, NULL ciphers encrypt nothing, and RC4, DES and the export ciphers can be
broken. Client and server agree on one of the list; whoever stands between them can see to it that it is the weakest.`,
    fixing: 'Takes the weak parts off the list; a list of nothing else becomes `HIGH:!aNULL:!MD5`. Clients that know only these can no longer connect.',
    bad: 'tls-port 6380\ntls-ciphers HIGH:RC4-SHA\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    good: 'tls-port 6380\ntls-ciphers HIGH:!aNULL:!RC4\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-327'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const ciphers = valueOf(context, 'tls-ciphers').split(/[:, ]+/).filter((part) => part !== '')
    const weak = ciphers.filter(isWeak)
    if (weak.length === 0 || !usesTls(context)) return
    const kept = ciphers.filter((part) => !isWeak(part))
    const isUsable = kept.some((part) => !/^[!+-]/.test(part))
    yield {
      at: placeOf(context, 'tls-ciphers'),
      message: `${weak.map((part) => `\`${part}\``).join(', ')} lets clients and servers agree on a cipher that can be broken`,
      fix: settingFix(context, 'tls-ciphers', quoteWord(isUsable ? kept.join(':') : 'HIGH:!aNULL:!MD5'), {
        title: 'Take the weak ciphers off the list',
        consequence: 'Clients that know only these ciphers can no longer connect.',
      }),
    }
  },
}

/** `!RC4` and `-RC4` take ciphers away, `+RC4` only moves them. */
function isWeak(part: string): boolean {
  return !/^[!+-]/.test(part) && WEAK.test(part)
}
