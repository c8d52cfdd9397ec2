import { connect } from 'node:net'
import { parseReply, type Reply } from './resp.ts'

/** Sends many commands at once over a unix socket and returns the replies, in order. Text is one char a byte. */
export async function pipeline(path: string, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (let from = 0; from < commands.length; from += BATCH) {
    replies.push(...await batch(path, commands.slice(from, from + BATCH)))
  }
  return replies
}

const BATCH = 20_000

function batch(path: string, commands: readonly (readonly string[])[]): Promise<Reply[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path })
    const replies: Reply[] = []
    let buffer = ''
    socket.on('error', reject)
    socket.on('close', () => { reject(new Error(`the server hung up after ${replies.length} replies`)) })
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      let at = 0
      for (let parsed = parseReply(buffer, at); parsed !== null; parsed = at < buffer.length ? parseReply(buffer, at) : null) {
        replies.push(parsed.reply)
        at = parsed.end
      }
      buffer = buffer.slice(at)
      if (replies.length < commands.length) return
      resolve(replies)
      socket.destroy()
    })
    socket.write(Buffer.from(commands.map(encode).join(''), 'latin1'))
  })
}

const encode = (argv: readonly string[]): string => `*${argv.length}\r\n${argv.map((arg) => `$${arg.length}\r\n${arg}\r\n`).join('')}`
