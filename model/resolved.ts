import type { Application } from './application';
import type { ApplicationConnection } from './application-connection';
import type { Bridge } from './bridge';
import type { Cluster } from './cluster';
import type { ConnectCluster } from './connect-cluster';
import type { Connector } from './connector';
import type { EndedOperator } from './ended-operator';
import type { Environment } from './environment';
import type { Flow } from './flow';
import type { GroupGrant } from './granted-together';
import type { Inventory } from './inventory';
import type { Operator } from './operator';
import type { Owner } from './owner';
import type { Permission } from './permissions';
import type { Plan } from './plan';
import type { Plugin } from './plugin';
import type { Replication } from './replication';
import type { Rotations } from './rotations';
import type { SchemaRegistry } from './schema-registry';
import type { SecretRef } from './secret-ref';
import type { ServiceStack } from './service-stack';
import type { Topic } from './topic';
import type { Translation } from './translation';
import type { User } from './users';

declare const resolved: unique symbol;

/** A description that has passed every rule, with everything decided. Only `compile` makes one; nobody downstream decides again. */
export interface Resolved {
  readonly [resolved]: true;
  readonly environment: Environment;
  readonly owners: ReadonlyMap<string, Owner>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** Those that are managed; what is `removed` is only in its shard's `removals`. */
  readonly topics: ReadonlyMap<string, Topic>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly flows: readonly Flow[];
  readonly replications: ReadonlyMap<string, Replication>;
  readonly plugins: ReadonlyMap<string, Plugin>;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
  readonly bridges: ReadonlyMap<string, Bridge>;
  readonly schemaRegistries: ReadonlyMap<string, SchemaRegistry>;
  /** Who looks after clusters today; each stands for an application of its name. */
  readonly operators: ReadonlyMap<string, Operator>;
  /** Operators whose last day has passed, and what is left of their access. */
  readonly ended: readonly EndedOperator[];
  /** What vendors' services run, each a stack. */
  readonly services: readonly ServiceStack[];
  /** Sorted by application and resource. */
  readonly permissions: readonly Permission[];
  readonly shards: readonly Shard[];
  /** Sorted by application. */
  readonly connections: readonly ApplicationConnection[];
  /** What back ends express in their own way, and lose by that. */
  readonly translations: readonly Translation[];
  /** What changes in scale against what is recorded, and in which steps. */
  readonly plans: readonly Plan[];
  /** How often each credential was made anew, and when. */
  readonly rotations: Rotations;
  /** What bears data as it was applied, or recorded, before. */
  readonly recorded: Inventory;
}

/** An application on a cluster: how it proves who it is, and what it may do. */
export interface Principal {
  readonly application: Application;
  /** What its clients are given to prove themselves with. Absent: the platform that it runs on vouches for it. */
  readonly credential?: SecretRef;
  /** Of the user that its clients are. */
  readonly permissions: readonly Permission[];
  /** Whom the cluster lets in, that user first: one more while a password is rotated. */
  readonly users: readonly [PrincipalUser, ...PrincipalUser[]];
}

/** One user of an application, with all that the application may do. */
export interface PrincipalUser extends User {
  readonly permissions: readonly Permission[];
}

/** The part of a cluster's data plane that one team's changes touch: one stack, or one folder. */
export interface Shard {
  /** `local-main-orders`: unique in the environment. */
  readonly name: string;
  /** The first owner, as the inventory recorded it. */
  readonly key: string;
  readonly environment: Environment;
  readonly cluster: Cluster;
  readonly topics: readonly Topic[];
  /** Those of them that somebody of any shard uses who proves himself by a secret. */
  readonly topicsBySecret: ReadonlySet<string>;
  /** Topics that the description says to remove. */
  readonly removals: readonly Topic[];
  readonly principals: readonly Principal[];
  /** What groups of applications are granted on its topics, whichever shards their members are in. */
  readonly groupGrants: readonly GroupGrant[];
  /** Applications that are described no longer, whose users a GitOps controller would leave with all they may do. */
  readonly revoked: readonly string[];
  /** Users of applications that are let in no longer, which a GitOps controller would leave as they were. */
  readonly retired: readonly string[];
  /** What bears data in this shard once it is applied. */
  readonly inventory: Inventory;
}
