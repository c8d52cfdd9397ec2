import type { Because } from '../server-model.ts'
import { because } from '../exposure/authentication.ts'
import type { Listener, TcpListener } from '../exposure/listeners.ts'
import type { AttackPath, Step } from './attack-path.ts'
import type { AttackFacts } from './foothold.ts'

/** Paths that need no command: somebody on the way reads what is not encrypted. */
export function sniffingPaths(facts: AttackFacts): AttackPath[] {
  return [sniffClients(facts), sniffReplication(facts), sniffClusterBus(facts)].filter((path) => path !== null)
}

type Sniffing = Pick<AttackPath, 'technique' | 'title'>

function sniffing({ technique, title }: Sniffing, steps: readonly [Step, ...Step[]]): AttackPath {
  return {
    id: `${technique}@network`, technique, title, harm: 'eavesdrop', zone: 'network', origins: ['network4'],
    login: 'none', user: null, steps, advisories: [],
  }
}

const ON_NETWORK = (listener: Listener, kind: TcpListener['kind']): listener is TcpListener =>
  listener.kind === kind && (listener.address.scope === 'any' || listener.address.scope === 'network')

const inTheClear = (does: string, why: Because): Step => ({ kind: 'reach', does, because: why })

/** Denied clients do not talk, so there is nothing to hear. */
function sniffClients({ exposure, server }: AttackFacts): AttackPath | null {
  const listener = exposure.listeners.find((each) => ON_NETWORK(each, 'tcp'))
  const served = [exposure.from('network4'), exposure.from('network6')].some((reach) => reach === 'open' || reach === 'noauth')
  if (listener === undefined || !served) return null
  return sniffing({ technique: 'sniff-clients', title: 'reads passwords and data on their way over the network' }, [
    inTheClear('sits on the way between clients and server', because(server.setting('bind'), 'the server listens on every address unless told otherwise')),
    inTheClear('reads what they say, which is not encrypted', because(listener.from[0], 'the port is plain TCP')),
  ])
}

function sniffReplication({ server, project }: AttackFacts): AttackPath | null {
  const primary = server.setting('replicaof') ?? server.setting('slaveof')
  if (primary === null || primary.value === '' || isLocalHost(primary.value)) return null
  const tls = server.setting('tls-replication')
  if (tls?.value === 'yes') return null
  return sniffing({ technique: 'sniff-replication', title: 'reads the whole dataset and masterauth on their way from the primary' }, [
    inTheClear('sits on the way to the primary', because(primary, 'a primary is set')),
    inTheClear('reads the replication stream', because(tls, project.schema.has('tls') ? 'tls-replication is `no`' : 'this release has no TLS')),
  ])
}

const isLocalHost = (hostAndPort: string): boolean => /^(127\.|localhost |::1 )/i.test(hostAndPort)

function sniffClusterBus({ exposure, server, project }: AttackFacts): AttackPath | null {
  const bus = exposure.listeners.find((each) => ON_NETWORK(each, 'cluster-bus'))
  const tls = server.setting('tls-cluster')
  if (bus === undefined || tls?.value === 'yes') return null
  return sniffing({ technique: 'sniff-cluster-bus', title: 'reads and forges the messages by which cluster nodes agree' }, [
    inTheClear(`reaches the cluster bus on port ${bus.port}`, because(server.setting('cluster-enabled'), 'cluster mode')),
    inTheClear('speaks the protocol, which has no password', because(tls, project.schema.has('tls') ? 'tls-cluster is `no`' : 'this release has no TLS')),
  ])
}
