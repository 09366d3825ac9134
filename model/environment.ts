import { z } from 'zod';
import { type ApplicationInput, applicationShape } from './application';
import { type Audit, type AuditInput, auditShape } from './audit';
import { type BridgeInput, bridgeShape } from './bridge';
import { type Feature, features } from './capabilities';
import { type ConnectClusterInput, connectClusterShape } from './connect-cluster';
import { type ConnectorInput, connectorShape } from './connector';
import { deliveries, type GitOps, type GitOpsInput, gitOpsShape, type KubernetesDelivery } from './gitops';
import { type Kubernetes, type KubernetesInput, kubernetesShape } from './kubernetes';
import { type OperatorInput, operatorShape } from './operator';
import type { Origin } from './place';
import { type PlatformInput, platformShape } from './platform';
import { type Profile, profiles } from './profile';
import { type ApprovalInput, approvalShape } from './removal';
import { type ReplicationInput, replicationShape } from './replication';
import { type SchemaRegistryInput, schemaRegistryShape } from './schema-registry';
import { type SecretStore, secretStores } from './secret-ref';
import { type State, type StateInput, stateShape } from './state';
import { type TopicInput, topicShape } from './topic';
import { type Duration, durationShape } from './units';
import { type WaiverInput, waiverShape } from './waiver';

/** Accepts in writing that a feature is only a preview on a back end, or that a cluster does not record something. */
export interface AcceptanceInput {
  /** Why the risk is taken. */
  readonly reason: string;
  /** Who answers for it: an owner of the platform. */
  readonly owner: string;
  /** The last day (`2026-12-31`) on which it holds. */
  readonly until: string;
}

/** Where credentials live, and how often each was made anew. */
export interface SecretsInput {
  /** `files`: a folder of this machine outside the repository, mode 600. Default: what each cluster's back end uses. */
  readonly store?: SecretStore;
  /** Whether External Secrets makes, in a store outside of Kubernetes, passwords that are not there yet; its store then has to be allowed to write. Default: true. */
  readonly generated?: boolean;
  /** The name of the Key Vault; needed where the store is `key-vault`. Default: none. */
  readonly vault?: string;
  /**
   * Versions of credentials that are counted by hand, by application, from 1: a higher number makes a new password. One
   * that `kafka-kit rotate` counts is none of them (KFK-X045). Default: 1 for all.
   */
  readonly versions?: Readonly<Record<string, number>>;
  /**
   * How `kafka-kit rotate` makes passwords of Kafka's own anew: with `two` users of an application by turns, of which
   * brokers take both until every client has the new one; with `one` whoever connects before it has it is refused.
   * Default: `one`.
   */
  readonly users?: 'one' | 'two';
  /** How long a credential lasts before it is due to be made anew: `90d`. Default: for ever. */
  readonly lasts?: Duration;
}

/** A field that is given replaces the platform's whole value; nouns are neither added nor removed. */
export interface OverridesInput<TopicName extends string = string, Application extends string = string> {
  /** Fields of topics, by the topic's name. Default: none. */
  readonly topics?: { readonly [topic in TopicName]?: Partial<TopicInput> };
  /** Fields of applications, by the application's name. Default: none. */
  readonly applications?: { readonly [application in Application]?: Partial<ApplicationInput> };
  /** Fields of connectors, by the connector's name. Default: none. */
  readonly connectors?: { readonly [connector: string]: Partial<ConnectorInput> };
}

/** A platform on clusters somewhere. */
export interface EnvironmentInput<
  Platform extends PlatformInput = PlatformInput,
  ClusterInput extends { readonly backend: string } = { readonly backend: string },
> {
  /** Lower-case letters, digits and dashes: it is part of stack names and folders. */
  readonly name: string;
  /** What is the same in every environment. */
  readonly platform: Platform;
  /** Clusters by name. */
  readonly clusters: { readonly [cluster: string]: ClusterInput };
  /** How strict the rules are: `baseline`, `production` where outages and losses hurt, or `regulated` where an auditor asks. Default: `baseline`. */
  readonly profile?: Profile;
  /** Regions, as the clusters' vendors call them, in which confidential and personal data may be, copies too. Default: nobody says, which `regulated` refuses. */
  readonly residency?: readonly string[];
  /** Whether its data may be destroyed by the description alone. Default: false. */
  readonly disposable?: boolean;
  /** The environment before this one, whose platform `kafka-kit promote` brings here. Default: it follows the working tree. */
  readonly promotesFrom?: string;
  /** Where credentials live. Default: what each cluster's back end uses. */
  readonly secrets?: SecretsInput;
  /** Where Kubernetes objects go. Default: there are none. */
  readonly kubernetes?: KubernetesInput;
  /** Who applies Kubernetes objects: `kafka-kit deploy` (`apply`), or the controller of `gitops`. Default: `gitops` where that is said, else `apply`. */
  readonly delivery?: KubernetesDelivery;
  /** The GitOps controller, and where it reads; needed where `delivery` is `gitops`. Default: none. */
  readonly gitops?: GitOpsInput;
  /** Tags of everything that a cloud bills, beside the kit's own. Default: only those. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Renamed applications, by cluster, the old name first: their resources stay in the state under the new one. Default: nothing was renamed. */
  readonly moves?: { readonly [cluster: string]: Readonly<Record<string, string>> };
  /** Where Terraform keeps its state. Default: on the machine that deploys. */
  readonly state?: StateInput;
  /** What is copied from one cluster to another, by name. Default: nothing. */
  readonly replications?: {
    readonly [replication: string]: ReplicationInput;
  };
  /** Workers of Kafka Connect, by name. Default: none. */
  readonly connectClusters?: { readonly [connectCluster: string]: ConnectClusterInput };
  /** HTTP bridges, by name. Default: none. */
  readonly bridges?: { readonly [bridge: string]: BridgeInput };
  /** Schema registries, by name. Default: none. */
  readonly schemaRegistries?: { readonly [schemaRegistry: string]: SchemaRegistryInput };
  /** People and tools that look after clusters, by name. Default: none. */
  readonly operators?: { readonly [operator: string]: OperatorInput };
  /** How long audit logs stay as they are, and who keeps them. Default: as the profile asks, kept where a cluster says. */
  readonly audit?: AuditInput;
  /** What differs here: a field that is given replaces the platform's whole value. Default: none. */
  readonly overrides?: OverridesInput<
    keyof NonNullable<Platform['topics']> & string,
    keyof NonNullable<Platform['applications']> & string
  >;
  /** Preview features that this environment uses knowingly, and what it knows that a cluster does not record (`audit-access`). Default: none. */
  readonly accepts?: { readonly [feature in Feature]?: AcceptanceInput };
  /** The second key of destruction. Default: none. */
  readonly approvals?: readonly ApprovalInput[];
  /** Rules that are set aside at one place, in writing. Default: none. */
  readonly waivers?: readonly WaiverInput[];
}

export const acceptanceShape = z.strictObject({
  reason: z.string(),
  owner: z.string(),
  until: z.string(),
}) satisfies z.ZodType<AcceptanceInput>;

export const secretsShape = z.strictObject({
  store: z.enum(secretStores).optional(),
  generated: z.boolean().optional(),
  vault: z.string().optional(),
  versions: z.record(z.string(), z.int()).optional(),
  users: z.enum(['one', 'two']).optional(),
  lasts: durationShape.optional(),
}) satisfies z.ZodType<SecretsInput>;

export const overridesShape = z.strictObject({
  topics: z.record(z.string(), topicShape.partial()).optional(),
  applications: z.record(z.string(), applicationShape.partial()).optional(),
  connectors: z.record(z.string(), connectorShape.partial()).optional(),
});

/** The shape of an environment, given the shapes of the clusters that back ends know. */
export const environmentShape = (clusters: z.ZodType) =>
  z.strictObject({
    name: z.string(),
    platform: platformShape,
    clusters: z.record(z.string(), clusters),
    profile: z.enum(profiles).optional(),
    residency: z.array(z.string()).optional(),
    disposable: z.boolean().optional(),
    promotesFrom: z.string().optional(),
    secrets: secretsShape.optional(),
    kubernetes: kubernetesShape.optional(),
    delivery: z.enum(deliveries).optional(),
    gitops: gitOpsShape.optional(),
    tags: z.record(z.string(), z.string()).optional(),
    moves: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    state: stateShape.optional(),
    replications: z.record(z.string(), replicationShape).optional(),
    connectClusters: z.record(z.string(), connectClusterShape).optional(),
    bridges: z.record(z.string(), bridgeShape).optional(),
    schemaRegistries: z.record(z.string(), schemaRegistryShape).optional(),
    operators: z.record(z.string(), operatorShape).optional(),
    audit: auditShape.optional(),
    overrides: overridesShape.optional(),
    accepts: z.partialRecord(z.enum(features), acceptanceShape).optional(),
    approvals: z.array(approvalShape).optional(),
    waivers: z.array(waiverShape).optional(),
  });

export type EnvironmentShape = z.infer<ReturnType<typeof environmentShape>>;

/** An environment with every default decided; its nouns are listed apart. */
export interface Environment {
  readonly name: string;
  readonly profile: Profile;
  readonly residency?: readonly string[];
  readonly disposable: boolean;
  readonly promotesFrom?: string;
  readonly secrets: {
    /** Absent: each cluster's first. */
    readonly store?: SecretStore;
    /** Whether passwords of users on Kubernetes are made in the store. */
    readonly generated: boolean;
    readonly vault?: string;
    readonly versions: Readonly<Record<string, number>>;
    readonly users: 'one' | 'two';
    /** Milliseconds. Absent: for ever. */
    readonly lasts?: number;
  };
  readonly kubernetes?: Kubernetes;
  readonly delivery: KubernetesDelivery;
  readonly gitops?: GitOps;
  readonly tags: Readonly<Record<string, string>>;
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly state: State;
  readonly audit: Audit;
  readonly accepts: Readonly<Partial<Record<Feature, AcceptanceInput>>>;
  readonly approvals: readonly ApprovalInput[];
  readonly waivers: readonly WaiverInput[];
  readonly origin: Origin;
}
