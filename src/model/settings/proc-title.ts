import { assign, refuseLine, valueOf, type Startup } from '../startup.ts'
import type { Setter } from './setter.ts'

/** Variables that stand for something already while the file is read; the title itself does not. */
const EXPANSIONS: Readonly<Record<string, (start: Startup) => string>> = {
  title: () => '',
  'listen-addr': () => '*',
  'server-mode': (start) => (start.project.kind === 'sentinel' || valueOf(start, 'cluster-enabled') === 'yes' ? 'mode' : ''),
  port: () => 'port',
  'tls-port': () => 'tls-port',
  unixsocket: (start) => valueOf(start, 'unixsocket'),
  'config-file': () => 'file',
}

/** A template must know its variables and, tried where it stands, come to more than blanks (measured: 7.0, valkey 8.1). */
export const setTitleTemplate: Setter = (start, use, [template = ''], facts) => {
  const title = expanded(template, start)
  if (title === null || /^ *$/.test(title)) {
    const message = 'template format is invalid or contains unknown variables'
    refuseLine(start, use, { message, code: 'invalid-value', words: use.node.args })
  } else assign(start, facts.name, template, use)
}

/** `{name}` is a variable, `{{` a brace; null: no such variable, or no end of it. */
function expanded(template: string, start: Startup): string | null {
  let text = ''
  let at = 0
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
    text += template.slice(at, open)
    if (template[open + 1] === '{') {
      text += '{'
      at = open + 2
      continue
    }
    const close = template.indexOf('}', open)
    const expand = close < 0 ? undefined : EXPANSIONS[template.slice(open + 1, close)]
    if (expand === undefined) return null
    text += expand(start)
    at = close + 1
  }
  return text + template.slice(at)
}
