import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { propertiesFile } from '../../render/properties-file';
import type { NodePorts } from './ports';
import { adminUser, type NodeAddress, serverProperties } from './server-properties';
import type { LocalClusterSpec } from './spec';

export interface ComposeProps {
  /** 22 letters, as `kafka-storage random-uuid` prints. */
  readonly clusterId: string;
  /** One entry a node. Clients on this machine reach `scram` and `mtls`. */
  readonly ports: readonly NodePorts[];
  /** PEM of the authority that signed every certificate. */
  readonly authority: string;
  /** PEM, the brokers' key and certificate; it must name `kafka-1` and so on. */
  readonly brokerKeystore: string;
  readonly adminPassword: string;
}

/** The parts of a Compose file that are used here. https://github.com/compose-spec/compose-spec/blob/main/spec.md */
export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly volumes: Readonly<Record<string, Record<string, never>>>;
}

export interface ComposeService {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly configs: readonly ComposeConfig[];
  readonly volumes: readonly { readonly type: 'volume'; readonly source: string; readonly target: string }[];
  readonly healthcheck: {
    readonly test: readonly string[];
    readonly interval: string;
    readonly timeout: string;
    readonly retries: number;
  };
  readonly stop_grace_period: string;
}

export interface ComposeConfig {
  readonly source: string;
  readonly target: string;
  readonly uid: string;
  readonly gid: string;
  readonly mode: number;
}

/** In the image: existing folders, and none of its anonymous volumes but the one where it looks for properties. */
const paths = {
  properties: '/mnt/shared/config/server.properties',
  authority: '/etc/kafka/authority.pem',
  brokerKeystore: '/etc/kafka/broker.pem',
  administrator: '/etc/kafka/administrator',
  data: '/var/lib/kafka/data',
} as const;

/**
 * The same cluster for Docker Compose 2.23.1 or later: same nodes, settings, listeners and certificates, from Apache's image.
 * Certificates and the administrator's password are in the file itself: Compose copies such texts into the container for the
 * user that is named, whereas a mounted file keeps its owner on this machine, who is seldom the container's user 1000.
 */
export function composeFile(
  { name, version, settings }: Pick<LocalClusterSpec, 'name' | 'version' | 'settings'>,
  { clusterId, ports, ...secrets }: ComposeProps,
): ComposeFile {
  const nodes = ports.map((node, index) => addressOf(index + 1, node));
  const files = { data: paths.data, caFile: paths.authority, brokerKeystore: paths.brokerKeystore };
  const named = <T>(value: (node: NodeAddress) => T) =>
    Object.fromEntries(nodes.map((node) => [`kafka-${node.id}`, value(node)]));
  const properties = (node: NodeAddress) => propertiesFile(serverProperties(node, nodes, files, settings));
  return {
    name: projectName(name, clusterId),
    services: named(({ id, ports: { scram, mtls } }) => ({
      image: `apache/kafka:${version}`,
      command: ['bash', '-c', escaped(start)],
      environment: { CLUSTER_ID: clusterId, KAFKA_HEAP_OPTS: '-Xmx384m' },
      ports: [scram, mtls].map((port) => `127.0.0.1:${port}:${port}`),
      configs: [
        copied(`kafka-${id}`, paths.properties),
        copied('authority', paths.authority),
        copied('broker', paths.brokerKeystore),
        copied('administrator', paths.administrator),
      ],
      volumes: [{ type: 'volume' as const, source: `kafka-${id}`, target: paths.data }],
      // A broker listens for clients only when it has caught up with the controller.
      healthcheck: {
        test: ['CMD', 'bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${scram}`],
        interval: '2s',
        timeout: '3s',
        retries: 60,
      },
      stop_grace_period: '30s',
    })),
    configs: {
      ...named((node) => ({ content: escaped(properties(node)) })),
      authority: { content: escaped(secrets.authority) },
      broker: { content: escaped(secrets.brokerKeystore) },
      administrator: { content: escaped(administrator(secrets.adminPassword)) },
    },
    volumes: named(() => ({})),
  };
}

export const composeYaml = (file: ComposeFile): string => stringify(file, { lineWidth: 0 });

/**
 * The image formats the storage without an administrator, so the storage is formatted before: the tool reads arguments from a
 * file, so the password is in no command line. It prints the salted password, which must not reach the container's log. A
 * service of its own that makes the user later would make `up --wait` fail: https://github.com/docker/compose/issues/10596
 */
const start = [
  '/opt/kafka/bin/kafka-storage.sh format --ignore-formatted --cluster-id "$CLUSTER_ID"',
  `--config ${paths.properties} @${paths.administrator} > /dev/null`,
  '&& exec /etc/kafka/docker/run',
].join(' ');

/** Arguments of `kafka-storage`, a line each. */
const administrator = (password: string) => `--add-scram\nSCRAM-SHA-512=[name=${adminUser},password=${password}]\n`;

/** The part that comes from the cluster id keeps a cluster that was given up, or another project's, and its volumes apart. */
function projectName(name: string, clusterId: string): string {
  const own = createHash('sha256').update(clusterId).digest('hex').slice(0, 8);
  return `${name.toLowerCase().replace(/[^a-z0-9_-]/g, '-')}-${own}`;
}

/** For the image's user and nobody else. The mode is 0400, written as Compose takes it in every version: as a number. */
const copied = (source: string, target: string): ComposeConfig => ({
  source,
  target,
  uid: '1000',
  gid: '1000',
  mode: 0o400,
});

const addressOf = (id: number, ports: NodePorts): NodeAddress => ({
  id,
  ports,
  bind: '0.0.0.0',
  internalHost: `kafka-${id}`,
});

/** Compose replaces `$1`, which the principal mapping needs. */
const escaped = (text: string) => text.replaceAll('$', '$$$$');
