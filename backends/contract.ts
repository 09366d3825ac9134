import type { Construct } from 'constructs';
import type { ConsumerScalingProps } from '../constructs/kubernetes/keda/consumer-scaling';
import type { LagExporterProps } from '../constructs/kubernetes/monitoring/lag-exporter';
import type { KafkaClient } from '../constructs/kubernetes/strimzi/kafka-client';
import type { Application } from '../model/application';
import type { Cluster } from '../model/cluster';
import type { Variable } from '../model/connection';
import type { CredentialReads } from '../model/credential-reads';
import type { Environment } from '../model/environment';
import type { Settings } from '../model/loses-records';
import type { Resolved, Shard } from '../model/resolved';
import type { ServiceStack } from '../model/service-stack';
import type { MonitoredSecrets } from '../render/monitoring/monitored';

/** Makes the clusters that the kit owns. */
export interface ClusterBackend {
  /** Creates everything that one cluster is made of below the scope: a Terraform stack or a chart. */
  place(scope: Construct, cluster: Cluster, environment: Environment): void;
}

/** How a workload in a cluster's own namespace reaches it: its address, and the Secrets that it needs. */
export type Reach = KafkaClient;

/** How the lag exporter, a user of its own, reaches a cluster beside it. */
export type LagExporterReach = Pick<
  LagExporterProps,
  'bootstrapServers' | 'authentication' | 'certificateSecret' | 'tls' | 'trustedCertificates' | 'authorization'
>;

/** How whoever scales an application reaches its cluster as that application, from the namespace in which it runs. */
export type ScalerReach = Pick<ConsumerScalingProps, 'bootstrapServers' | 'sasl' | 'tls' | 'username' | 'secrets'> & {
  readonly namespace: string;
};

/** Makes clusters whose objects are Kubernetes'. */
export interface KubernetesClusterBackend {
  /** Creates everything that one cluster is made of below a chart. What may reach it, its applications decide. */
  place(scope: Construct, cluster: Cluster, resolved: Resolved): void;
  reach(
    cluster: Cluster,
    application: Pick<Application, 'name' | 'authentication' | 'user'>,
    environment: Environment,
  ): Reach;
  lagExporterReach(cluster: Cluster, environment: Environment): LagExporterReach;
  /** Certificates of cert-manager that its brokers show. */
  certificates(cluster: Cluster): readonly string[];
  /** What External Secrets brings and makes for it. */
  externalSecrets(cluster: Cluster, resolved: Resolved): MonitoredSecrets | undefined;
  /** Which credential comes to whom: whoever reads another one is somebody else. */
  credentialReads(cluster: Cluster, resolved: Resolved): CredentialReads;
  scalerReach(cluster: Cluster, application: Application, environment: Environment): ScalerReach;
}

/** Makes topics, users, permissions and quotas on a cluster, by whichever means the back end has. */
export interface DataPlane {
  /** Creates everything that one shard says below the scope: a Terraform stack or a chart. */
  place(scope: Construct, shard: Shard): void;
}

/** What applying a stack needs to reach. */
export type Needs = 'cloud-api' | 'brokers';

/** For each resource type its import id, with names of attributes in braces: `{cluster_arn},{name}`. */
export type ImportIds = ReadonlyMap<string, string>;

/** What a resource has in a plan, in the words of its provider. */
export type Attributes = Readonly<Record<string, unknown>>;

/** What the judge of a plan must know of a stack's resources. */
export interface Protection {
  /** Resource types whose deletion or replacement destroys records. */
  readonly dataBearing: ReadonlySet<string>;
}

/** Makes what one of a vendor's services runs beside clusters, with the roles in which it works. */
export interface TerraformService extends Protection {
  readonly needs: Needs;
  /** Creates everything of one stack below the scope; of one that is described no longer, only what takes it back. */
  place(scope: Construct, stack: ServiceStack, resolved: Resolved): void;
}

/** A cluster whose resources are Terraform's. */
export interface TerraformClusterBackend extends ClusterBackend, Protection {}

/** A data plane whose resources are Terraform's. */
export interface TerraformDataPlane extends DataPlane, Protection {
  readonly needs: Needs;
  /** Whether access is granted on a topic itself, which must exist: then the shards that hold it are applied before. */
  readonly topicsFirst: boolean;
  /** The settings of a resource that bears data, in Kafka's own names: an update of them may destroy records. */
  settingsOf(attributes: Attributes): Settings;
  /** Resource types that cannot be created where they exist already, and what they are imported by. */
  readonly createdOnce: ImportIds;
  /** The variables that are given a value when the shard is applied, and where each value comes from. */
  variables(shard: Shard): readonly Variable[];
}
