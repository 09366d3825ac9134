import type { ClusterInput } from './backends/descriptions';
import type { EnvironmentInput } from './model/environment';
import type { PlatformInput } from './model/platform';

export type { ClusterInput } from './backends/descriptions';
export type { ApplicationInput } from './model/application';
export type { BridgeInput } from './model/bridge';
export type { ConnectClusterInput } from './model/connect-cluster';
export type { ConnectorInput } from './model/connector';
export type { EnvironmentInput } from './model/environment';
export type { ConsumesInput, DeadLetterInput, ProducesInput } from './model/flow';
export type { GitOpsInput } from './model/gitops';
export type { OwnerInput } from './model/owner';
export type { PlatformInput } from './model/platform';
export type { PluginInput } from './model/plugin';
export type { ApprovalInput, RemovalInput } from './model/removal';
export type { ReplicationInput } from './model/replication';
export type { ScalingInput } from './model/scaling';
export type { SchemaRegistryInput } from './model/schema-registry';
export type { TopicInput } from './model/topic';
export type { Duration, Rate, Size } from './model/units';

/** Describes what is the same everywhere. Returns what it is given; the editor checks owners and topics by name. */
export const definePlatform = <
  const Owner extends string,
  const TopicName extends string,
  const ApplicationName extends string,
>(
  platform: PlatformInput<Owner, TopicName, ApplicationName>,
): PlatformInput<Owner, TopicName, ApplicationName> => platform;

/** Describes a platform on clusters somewhere. Returns what it is given; the editor checks overrides by name. */
export const defineEnvironment = <const Platform extends PlatformInput>(
  environment: EnvironmentInput<Platform, ClusterInput>,
): EnvironmentInput<Platform, ClusterInput> => environment;
