import { accessSync, closeSync, constants, openSync, statSync, type Stats } from 'node:fs'
import { codeOf, isNullDevice, systemPath } from './node-host.ts'

/** What is in the way of reading a file: the system's code for it, or one of ours. */
export type Obstacle = string

/** null: it can be read. Pipes and terminals can, whoever fills them, but nothing that never ends. */
export async function obstacleAt(path: string): Promise<Obstacle | null> {
  try {
    const status = statSync(systemPath(path))
    if (status.isDirectory()) return 'EISDIR'
    if (status.isSocket()) return 'SOCKET'
    if (status.isBlockDevice() || (status.isCharacterDevice() && !await isHarmless(path, status))) return 'DEVICE'
    accessSync(systemPath(path), constants.R_OK)
    return null
  } catch (error) {
    return String(codeOf(error))
  }
}

/** /dev/null is empty, and a terminal ends where whoever types there says so. */
async function isHarmless(path: string, status: Stats): Promise<boolean> {
  if (isNullDevice(status)) return true
  const { isatty } = await import('node:tty')
  const descriptor = openSync(systemPath(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  try {
    return isatty(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

export const inWords = (obstacle: Obstacle): string => REASON[obstacle] ?? obstacle

const REASON: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  SOCKET: 'it is a socket, and no file',
  DEVICE: 'it is a device, and no file',
}
