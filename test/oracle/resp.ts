import { connect, type NetConnectOpts, type Socket } from 'node:net'

/** An error reply, as its text after the `-`. */
export class ErrorReply {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
export type Reply = string | number | null | ErrorReply | readonly Reply[]

interface Parsed { readonly reply: Reply; readonly end: number }

/** One reply of RESP2 from `text` (one char a byte) at `at`; null when it is not all there yet. */
export function parseReply(text: string, at: number): Parsed | null {
  const eol = text.indexOf('\r\n', at)
  if (eol < 0) return null
  const line = text.slice(at + 1, eol)
  const end = eol + 2
  switch (text[at]) {
    case '+': return { reply: line, end }
    case '-': return { reply: new ErrorReply(line), end }
    case ':': return { reply: Number(line), end }
    case '$': return parseBulk(text, end, Number(line))
    case '*': return parseArray(text, end, Number(line))
    default: throw new Error(`unreachable: no RESP2 reply begins with ${JSON.stringify(text[at])}`)
  }
}

function parseBulk(text: string, at: number, length: number): Parsed | null {
  if (length < 0) return { reply: null, end: at }
  return text.length < at + length + 2 ? null : { reply: text.slice(at, at + length), end: at + length + 2 }
}

function parseArray(text: string, at: number, length: number): Parsed | null {
  if (length < 0) return { reply: null, end: at }
  const items: Reply[] = []
  let end = at
  for (let i = 0; i < length; i++) {
    const item = parseReply(text, end)
    if (item === null) return null
    items.push(item.reply)
    end = item.end
  }
  return { reply: items, end }
}

/** A connection that sends one command at a time. Text is one char a byte both ways. */
export interface Client {
  /** Never rejects: a lost or silent connection answers with an {@link ErrorReply} that begins with `LOST`. */
  send(...argv: readonly string[]): Promise<Reply>
  close(): void
}

const encode = (argv: readonly string[]): string =>
  `*${argv.length}\r\n${argv.map((arg) => `$${arg.length}\r\n${arg}\r\n`).join('')}`

export async function connectTo(address: NetConnectOpts, patience = 3000): Promise<Client | null> {
  const socket = connect(address)
  socket.on('error', () => { /* told by 'close' */ })
  const opened = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => { resolve(true) })
    socket.once('close', () => { resolve(false) })
  })
  return opened ? clientOver(socket, patience) : null
}

function clientOver(socket: Socket, patience: number): Client {
  let buffer = ''
  let lost: string | null = null
  let answer: ((reply: Reply) => void) | null = null
  const settle = (reply: Reply): void => {
    const waiting = answer
    answer = null
    waiting?.(reply)
  }
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1')
    const parsed = parseReply(buffer, 0)
    if (parsed === null) return
    buffer = buffer.slice(parsed.end)
    settle(parsed.reply)
  })
  socket.setTimeout(patience, () => { socket.destroy() })
  socket.on('close', () => {
    lost = 'LOST connection'
    settle(new ErrorReply(lost))
  })
  return {
    send: (...argv) => new Promise((resolve) => {
      if (lost !== null) { resolve(new ErrorReply(lost)); return }
      answer = resolve
      socket.write(Buffer.from(encode(argv), 'latin1'))
    }),
    close: () => { socket.destroy() },
  }
}
