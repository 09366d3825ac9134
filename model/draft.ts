import type { Application } from './application';
import type { Bridge } from './bridge';
import type { Broken } from './broken';
import type { Cluster } from './cluster';
import type { ConnectCluster } from './connect-cluster';
import type { Connector } from './connector';
import type { Environment } from './environment';
import type { Flow } from './flow';
import type { DescriptionFiles, Inventory } from './inventory';
import type { Literal } from './literals';
import type { Operator } from './operator';
import type { Owner } from './owner';
import type { Origin } from './place';
import type { Plugin } from './plugin';
import type { Replication } from './replication';
import type { Rotations } from './rotations';
import type { SchemaRegistry } from './schema-registry';
import type { StrangeText } from './strange-text';
import type { Topic } from './topic';

/** A description with defaults, overrides and patterns applied, not yet judged: what the rules read. */
export interface Draft {
  readonly environment: Environment;
  /** Where the platform was written. */
  readonly platform: { readonly origin: Origin };
  readonly owners: ReadonlyMap<string, Owner>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly flows: readonly Flow[];
  readonly replications: ReadonlyMap<string, Replication>;
  /** What images of Kafka Connect can hold. */
  readonly plugins: ReadonlyMap<string, Plugin>;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
  readonly bridges: ReadonlyMap<string, Bridge>;
  readonly schemaRegistries: ReadonlyMap<string, SchemaRegistry>;
  /** Those beyond their last day, too. */
  readonly operators: ReadonlyMap<string, Operator>;
  /** The names that the environment's overrides mention. */
  readonly overridden: Readonly<Record<'topics' | 'applications' | 'connectors', readonly string[]>>;
  readonly inventory: Inventory;
  /** Which credentials were made anew, and when. */
  readonly rotations: Rotations;
  readonly files: DescriptionFiles;
  /** Secrets that somebody wrote into the description. */
  readonly literals: readonly Literal[];
  /** Texts that are not only what they look like. */
  readonly strange: readonly StrangeText[];
  /** The day on which the description is judged: `2026-12-31`. */
  readonly today: string;
  /** What is left out, because it was described too wrongly to be understood. */
  readonly broken: Broken;
}

/** The clusters of one back end, for its own rules. */
export const clustersOn = ({ clusters }: Pick<Draft, 'clusters'>, backend: string): Cluster[] =>
  [...clusters.values()].filter((cluster) => cluster.backend === backend);
