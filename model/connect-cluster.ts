import { z } from 'zod';
import { type Size, sizeShape } from './units';
import { type ClusterWorkload, type ClusterWorkloadInput, clusterWorkloadShape, type ServiceName } from './workload';

/** Builds the workers' image from the plugins and pushes it to a registry. */
export interface ConnectBuildInput {
  /** Where it is pushed, with its tag: `registry.example.com/connect:1`. */
  readonly image: string;
  /** The Secret by which it is pushed. Default: the registry asks for none. */
  readonly pushSecret?: string;
}

/** A plugin in S3: a zip or a jar, put there by whoever builds it. */
export interface PluginObjectInput {
  /** The bucket's name. */
  readonly bucket: string;
  /** The object's key, which ends in `.zip` or `.jar`. */
  readonly key: string;
  /** The object's version. Default: whichever is there when the plugin is made. */
  readonly version?: string;
}

/** What runs connectors beside their cluster: workers of Kafka Connect, distributed; on Amazon MSK, MSK Connect, in which each connector has workers of its own, and which knows neither an image nor `memory`, `cpu`, `rack` and `exactlyOnce`. */
export interface ConnectClusterInput<Owner extends string = string> extends ClusterWorkloadInput<Owner> {
  /** How many workers share the connectors' tasks; on Amazon MSK how many each connector has. Default: 2. */
  readonly instances?: number;
  /** A ready image, with the plugins in it. Default: the operator's, or the one that `build` makes. */
  readonly image?: string;
  /** Has an image built. Default: none is. */
  readonly build?: ConnectBuildInput;
  /** What the image holds, by names of the platform's plugins. Default: with `build` those that its connectors need, else none. */
  readonly plugins?: readonly string[];
  /** Where Amazon MSK Connect finds each plugin, by names of the platform's plugins. Default: none. */
  readonly pluginObjects?: Readonly<Record<string, PluginObjectInput>>;
  /** Amazon MSK Connect's units of each worker, with one processor and 4 GiB each: 1, 2, 4 or 8. Default: 1. */
  readonly capacityUnits?: number;
  /** Security groups that workers of Amazon MSK Connect have beside their own, which lets them reach brokers and HTTPS: those that databases let in. Default: none. */
  readonly securityGroups?: readonly string[];
  /** What each worker gets. Default: `2GiB`. */
  readonly memory?: Size;
  /** Processors that are reserved for each worker. Default: 0.5. */
  readonly cpu?: number;
  /** The node label by which workers read from replicas nearby, such as `topology.kubernetes.io/zone`. Default: from leaders. */
  readonly rack?: string;
  /** Whether what sources write and their offsets are one transaction: Kafka Connect's `exactly.once.source.support`. Default: false. */
  readonly exactlyOnce?: boolean;
  /** Any other configuration of the workers, by Kafka Connect's own names. Default: none. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
}

export const connectBuildShape = z.strictObject({
  image: z.string(),
  pushSecret: z.string().optional(),
}) satisfies z.ZodType<ConnectBuildInput>;

export const pluginObjectShape = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  version: z.string().optional(),
}) satisfies z.ZodType<PluginObjectInput>;

export const connectClusterShape = clusterWorkloadShape.extend({
  instances: z.int().optional(),
  image: z.string().optional(),
  build: connectBuildShape.optional(),
  plugins: z.array(z.string()).optional(),
  pluginObjects: z.record(z.string(), pluginObjectShape).optional(),
  capacityUnits: z.int().optional(),
  securityGroups: z.array(z.string()).optional(),
  memory: sizeShape.optional(),
  cpu: z.number().optional(),
  rack: z.string().optional(),
  exactlyOnce: z.boolean().optional(),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
}) satisfies z.ZodType<ConnectClusterInput>;

/** A Connect cluster with every default decided. */
export interface ConnectCluster extends ClusterWorkload {
  readonly image?: string;
  readonly build?: ConnectBuildInput;
  /** Sorted. */
  readonly plugins: readonly string[];
  readonly pluginObjects: Readonly<Record<string, PluginObjectInput>>;
  readonly capacityUnits: number;
  readonly securityGroups: readonly string[];
  /** Bytes. */
  readonly memory: number;
  readonly cpu: number;
  readonly rack?: string;
  readonly exactlyOnce: boolean;
  /** What the description says of the workers beyond what the kit decides. */
  readonly config: Readonly<Record<string, string>>;
  /** Of the topics that the workers make: what the brokers can hold. */
  readonly replicationFactor: number;
  /** The service of its cluster's vendor that runs each connector by itself. Absent: the kit's own workers run all of them. */
  readonly service?: ServiceName;
  /** The fields that its description says; all others the kit decides. */
  readonly said: readonly string[];
}

/** A Connect cluster of which is known whether it says what its image holds. */
export interface DescribedConnectCluster extends Omit<ConnectCluster, 'plugins'> {
  readonly plugins?: readonly string[];
}

/** `pipeline-inventory`: the application that a connector is where a vendor's service gives each a role of its own. */
export const connectorApplication = (connectCluster: string, connector: string): string =>
  `${connectCluster}-${connector}`;

/** `prod-pipeline-inventory`: what the vendor's service calls such a connector, by which its group is called, too. */
export const servedConnector = (environment: string, application: string): string => `${environment}-${application}`;

/**
 * What the workers keep for themselves. No connector's group, `connect-<connector>`, has a dot: none is the workers', and
 * no cluster's prefix of transactional ids begins another's.
 */
export const connectInternals = (name: string) => ({
  groupId: `connect-workers.${name}.internal`,
  configStorageTopic: `connect-configs.${name}.internal`,
  offsetStorageTopic: `connect-offsets.${name}.internal`,
  statusStorageTopic: `connect-status.${name}.internal`,
});
