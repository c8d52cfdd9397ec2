import type { DirectiveFacts, Schema } from '../../schema/schema.ts'

/** What a directive takes, for people; null where only the server's own words can say it. */
export function whatItTakes(facts: DirectiveFacts, schema: Schema): string | null {
  switch (facts.type) {
    case 'bool': return '`yes` or `no`'
    case 'enum': return listed(facts.values)
    case 'int': return `a number${bounds(facts)}${schema.has('lenient-integers') ? '' : ', without a unit'}`
    case 'memory': return `a size${facts.min === null || facts.min <= 1n ? '' : bounds(facts)} such as \`100mb\`, with the units b, k, kb, m, mb, g or gb and no blank or fraction`
    case 'percent-or-memory': return 'a size such as `100mb`, or a percentage from `0%` to `100%`'
    case 'octal': return 'permissions from `0` to `777`'
    case 'string':
    case 'sds':
    case 'ignored': return null
    case 'special': return special(facts)
  }
}

function listed(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`
}

/** Bounds that are those of the type say nothing to people. */
function bounds({ min, max }: DirectiveFacts): string {
  const isFar = (bound: bigint): boolean => bound >= 2n ** 31n - 1n || bound <= -(2n ** 31n)
  const least = min === null || isFar(min) ? null : min
  const most = max === null || isFar(max) ? null : max
  if (least !== null && most !== null) return ` from ${least} to ${most}`
  if (least !== null) return ` of at least ${least}`
  return most === null ? '' : ` of at most ${most}`
}

function special({ name, allowedChars }: DirectiveFacts): string | null {
  switch (name) {
    case 'save': return 'pairs of seconds (1 or more) and changes (0 or more), or `""` for none'
    case 'notify-keyspace-events': return allowedChars === null ? null : `letters out of \`${allowedChars}\``
    case 'replicaof': return 'a host and a port from 0 to 65535'
    case 'oom-score-adj-values': return 'three numbers from -2000 to 2000'
    case 'client-output-buffer-limit': return 'a class (`normal`, `replica` or `pubsub`), two sizes and a number of seconds'
    default: return null
  }
}
