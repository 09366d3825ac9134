import { pinnedVersion } from '../../backends/kafka/description/cluster';
import { Failure } from '../failure';
import type { TokenListener } from './token-listener';

/** The version whose jars `kafka/pom.xml` pins. */
export const supportedVersion = pinnedVersion;

/** A Kafka cluster on this machine. */
export interface LocalClusterSpec {
  /** `local/main`: for messages. */
  readonly name: string;
  /** Absolute path of this cluster's own folder: data, logs, certificates, process ids. Mode 700. */
  readonly folder: string;
  /** Where Kafka's jars stay, for all clusters of this machine. */
  readonly cache: string;
  /** Kafka's version: 4.3.1. */
  readonly version: string;
  /** Each node is broker and controller. */
  readonly nodes: number;
  /** Further broker properties, by Kafka's names. Default: none. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whose tokens its brokers take beside passwords and certificates. Default: nobody's. */
  readonly tokens?: TokenListener;
  /** Further options of a node's JVM, such as an agent: `-javaagent:…`. A running node keeps those that it has. Default: none. */
  readonly javaOptions?: (node: number) => readonly string[];
}

/** Enough to find a cluster that was started before. */
export type ClusterPlace = Pick<LocalClusterSpec, 'name' | 'folder'>;

/** How programs on this machine reach the cluster, as its administrator. */
export interface ClusterConnection {
  /** SASL_SSL with SCRAM-SHA-512. */
  readonly bootstrapServers: string;
  /** SSL; the client proves itself by a certificate of {@link issueClientCertificate}. */
  readonly mutualTlsBootstrapServers: string;
  /** SASL_SSL with OAUTHBEARER. Absent: no token is taken. */
  readonly tokenBootstrapServers?: string;
  /** PEM file of the authority that signed every certificate. */
  readonly caFile: string;
  readonly adminUsername: string;
  /** Mode 600, no line break. */
  readonly adminPasswordFile: string;
  /** `client.properties` for Java programs, mode 600. */
  readonly adminClientFile: string;
  /** Folder of Kafka's jars, for services and proofs: nothing fetches them for a cluster that containers run. */
  readonly jars: string;
  /** Path of the `java` binary; that of the `PATH` for a cluster that containers run. */
  readonly java: string;
}

/** @throws Failure for a version whose jars are not pinned, or a number of nodes that has no majority of its own */
export function requireSupported({ name, version, nodes }: LocalClusterSpec): void {
  if (version !== supportedVersion)
    throw new Failure(`${name}: no local cluster of Kafka ${version}`, { fix: `say version: '${supportedVersion}'` });
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > 9)
    throw new Failure(`${name}: no local cluster of ${counted(nodes)}`, { fix: 'say 1 to 9 brokers; 3 is usual' });
}

/** `3 nodes`. */
export const counted = (nodes: number): string => (nodes === 1 ? '1 node' : `${nodes} nodes`);
