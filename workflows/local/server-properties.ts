import { adminUser, brokerUser } from '../../backends/kafka/description/local-users';
import { brokerReplication } from '../../render/broker-replication';
import { Failure } from '../failure';
import type { NodePorts } from './ports';
import { type TokenListener, tokenListenerProperties } from './token-listener';

export { adminUser, brokerUser };

/** Where a node's listeners are bound, and what the other nodes are told to call. Clients call 127.0.0.1. */
export interface NodeAddress {
  readonly id: number;
  /** Default: 127.0.0.1. */
  readonly bind?: string;
  /** What the other nodes call. Default: 127.0.0.1. */
  readonly internalHost?: string;
  readonly ports: NodePorts;
}

export interface NodeFiles {
  readonly data: string;
  readonly caFile: string;
  readonly brokerKeystore: string;
  /** Whose tokens are taken, on the nodes' port for them. Default: nobody's. */
  readonly tokens?: TokenListener;
}

const loopback = '127.0.0.1';

/** A node's `server.properties`: what makes it safe cannot be changed by `settings`, everything else can. */
export function serverProperties(
  node: NodeAddress,
  nodes: readonly NodeAddress[],
  files: NodeFiles,
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const fixed = { ...identity(node, nodes, files), ...listeners(node, files), ...security(files) };
  for (const key of Object.keys(settings))
    if (key in fixed || key.startsWith('listener.') || key.startsWith('advertised.'))
      throw new Failure(`broker property '${key}' belongs to the local cluster`, {
        fix: 'leave it out of the settings',
      });
  return { ...durability(nodes.length), ...smallMachine, ...settings, ...fixed };
}

const identity = ({ id }: NodeAddress, nodes: readonly NodeAddress[], { data }: NodeFiles) => ({
  'process.roles': 'broker,controller',
  'node.id': String(id),
  'controller.quorum.voters': nodes
    .map((voter) => `${voter.id}@${voter.internalHost ?? loopback}:${voter.ports.controller}`)
    .join(','),
  'log.dirs': data,
});

function listeners({ ports, bind = loopback, internalHost = loopback }: NodeAddress, { tokens }: NodeFiles) {
  const oauth = (host: string) => (tokens ? `,OAUTH://${host}:${ports.oauth}` : '');
  return {
    listeners: `SCRAM://${bind}:${ports.scram},MTLS://${bind}:${ports.mtls},BROKER://${bind}:${ports.broker},CONTROLLER://${bind}:${ports.controller}${oauth(bind)}`,
    'advertised.listeners': `SCRAM://${loopback}:${ports.scram},MTLS://${loopback}:${ports.mtls},BROKER://${internalHost}:${ports.broker}${oauth(loopback)}`,
    'listener.security.protocol.map': `SCRAM:SASL_SSL,MTLS:SSL,BROKER:SSL,CONTROLLER:SSL${tokens ? ',OAUTH:SASL_SSL' : ''}`,
    'inter.broker.listener.name': 'BROKER',
    'controller.listener.names': 'CONTROLLER',
    'listener.name.mtls.ssl.client.auth': 'required',
    'listener.name.broker.ssl.client.auth': 'required',
    'listener.name.controller.ssl.client.auth': 'required',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.scram.scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    ...(tokens ? tokenListenerProperties(tokens) : {}),
  };
}

const security = ({ caFile, brokerKeystore }: NodeFiles) => ({
  'ssl.keystore.type': 'PEM',
  'ssl.keystore.location': brokerKeystore,
  'ssl.truststore.type': 'PEM',
  'ssl.truststore.location': caFile,
  // `CN=order-service,O=…` is User:order-service; any other subject stays a whole name that nobody has granted anything.
  'ssl.principal.mapping.rules': 'RULE:^CN=([A-Za-z0-9._-]+)(,.*)?$/$1/,DEFAULT',
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': `User:${brokerUser};User:${adminUser}`,
  'allow.everyone.if.no.acl.found': 'false',
});

/** As on a cluster that is in earnest: three copies, of which two must have a record before it counts. */
function durability(nodes: number) {
  return {
    ...Object.fromEntries(Object.entries(brokerReplication(nodes)).map(([name, value]) => [name, String(value)])),
    // A log that is read from its beginning can lose every SCRAM user (test/e2e/restart.test.ts): a snapshot goes first.
    'metadata.log.max.snapshot.interval.ms': '2000',
    // No heartbeats in the log: a snapshot is made only when something has changed.
    'metadata.max.idle.interval.ms': '0',
  };
}

/** For several brokers on one machine: fewer threads and buffers, quick reactions. */
const smallMachine = {
  'num.network.threads': '2',
  'num.io.threads': '4',
  'background.threads': '2',
  'log.cleaner.dedupe.buffer.size': '16777216',
  'offsets.topic.num.partitions': '12',
  'transaction.state.log.num.partitions': '12',
  'share.coordinator.state.topic.num.partitions': '12',
  'group.initial.rebalance.delay.ms': '0',
  'broker.heartbeat.interval.ms': '500',
  'broker.session.timeout.ms': '6000',
};
