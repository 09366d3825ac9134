import { z } from 'zod';
import { descriptions } from '../../../backends/descriptions';
import { logArchiveShape } from '../../../backends/event-hubs/description/archive';
import { eventHubsClusterShape } from '../../../backends/event-hubs/description/cluster';
import { dedicatedClusterShape } from '../../../backends/event-hubs/description/dedicated';
import { encryptionShape } from '../../../backends/event-hubs/description/encryption';
import { captureShape, hubShape } from '../../../backends/event-hubs/description/hub';
import {
  entraGroupShape,
  existingIdentityShape,
  identitiesShape,
} from '../../../backends/event-hubs/description/identities';
import { eventHubsNetworkShape, privateZoneShape } from '../../../backends/event-hubs/description/network';
import { disasterRecoveryShape, geoReplicationShape } from '../../../backends/event-hubs/description/recovery';
import { schemaGroupShape } from '../../../backends/event-hubs/description/schema-group';
import { kafkaClusterShape } from '../../../backends/kafka/description/cluster';
import { privateAuthorityShape } from '../../../backends/msk/description/certificate-authority';
import { mskClusterShape } from '../../../backends/msk/description/cluster';
import { mskLogsShape } from '../../../backends/msk/description/logs';
import { multiVpcShape } from '../../../backends/msk/description/multi-vpc';
import { mskNetworkShape } from '../../../backends/msk/description/network';
import { publicAccessShape } from '../../../backends/msk/description/public-access';
import { storageAutoscalingShape } from '../../../backends/msk/description/storage-autoscaling';
import { brokerQuotaShape } from '../../../backends/strimzi/description/broker-quota';
import { strimziClusterShape } from '../../../backends/strimzi/description/cluster';
import { cruiseControlShape, rebalanceShape } from '../../../backends/strimzi/description/cruise-control';
import { listenerShape, oAuthShape } from '../../../backends/strimzi/description/listener';
import { poolShape, volumeShape } from '../../../backends/strimzi/description/pool';
import { tieredStorageShape } from '../../../backends/strimzi/description/tiered-storage';
import { applicationShape, quotaShape, streamsShape } from '../../../model/application';
import { bridgeShape } from '../../../model/bridge';
import { shapeOf } from '../../../model/compile';
import { connectBuildShape, connectClusterShape } from '../../../model/connect-cluster';
import { connectorConsumesShape, connectorSecretShape, connectorShape } from '../../../model/connector';
import { acceptanceShape, overridesShape, secretsShape } from '../../../model/environment';
import { consumesShape, deadLetterShape, lagShape } from '../../../model/flow';
import { gitOpsShape } from '../../../model/gitops';
import { kubernetesShape } from '../../../model/kubernetes';
import { ownerShape } from '../../../model/owner';
import { platformShape } from '../../../model/platform';
import { pluginArtifactShape, pluginShape } from '../../../model/plugin';
import { postgresShape } from '../../../model/postgres';
import { approvalShape, removalShape } from '../../../model/removal';
import { replicationShape } from '../../../model/replication';
import { scalingShape } from '../../../model/scaling';
import { schemaRegistryShape } from '../../../model/schema-registry';
import { azurermStateShape, localStateShape, s3StateShape } from '../../../model/state';
import { topicShape } from '../../../model/topic';
import type { Docs } from './tsdoc';

const environment = shapeOf(descriptions);

/** Which interface documents the members of which shape. */
export const documented: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [environment, 'EnvironmentInput'],
  [platformShape, 'PlatformInput'],
  [ownerShape, 'OwnerInput'],
  [topicShape, 'TopicInput'],
  [removalShape, 'RemovalInput'],
  [applicationShape, 'ApplicationInput'],
  [consumesShape, 'ConsumesInput'],
  [deadLetterShape, 'DeadLetterInput'],
  [lagShape, 'LagInput'],
  [streamsShape, 'StreamsInput'],
  [quotaShape, 'QuotaInput'],
  [scalingShape, 'ScalingInput'],
  [connectorShape, 'ConnectorInput'],
  [connectorSecretShape, 'ConnectorSecretInput'],
  [connectorConsumesShape, 'ConnectorConsumesInput'],
  [postgresShape, 'PostgresInput'],
  [pluginShape, 'PluginInput'],
  [pluginArtifactShape, 'PluginArtifactInput'],
  [connectClusterShape, 'ConnectClusterInput'],
  [connectBuildShape, 'ConnectBuildInput'],
  [bridgeShape, 'BridgeInput'],
  [schemaRegistryShape, 'SchemaRegistryInput'],
  [gitOpsShape, 'GitOpsInput'],
  [secretsShape, 'SecretsInput'],
  [replicationShape, 'ReplicationInput'],
  [overridesShape, 'OverridesInput'],
  [acceptanceShape, 'AcceptanceInput'],
  [approvalShape, 'ApprovalInput'],
  [kubernetesShape, 'KubernetesInput'],
  [localStateShape, 'LocalStateInput'],
  [s3StateShape, 'S3StateInput'],
  [azurermStateShape, 'AzurermStateInput'],
  [kafkaClusterShape, 'KafkaClusterInput'],
  [strimziClusterShape, 'StrimziClusterInput'],
  [poolShape, 'PoolInput'],
  [volumeShape, 'VolumeInput'],
  [listenerShape, 'ListenerInput'],
  [oAuthShape, 'OAuthInput'],
  [cruiseControlShape, 'CruiseControlInput'],
  [rebalanceShape, 'RebalanceInput'],
  [tieredStorageShape, 'TieredStorageInput'],
  [brokerQuotaShape, 'BrokerQuotaInput'],
  [mskClusterShape, 'MskClusterInput'],
  [mskNetworkShape, 'MskNetworkInput'],
  [storageAutoscalingShape, 'StorageAutoscalingInput'],
  [mskLogsShape, 'MskLogsInput'],
  [multiVpcShape, 'MultiVpcInput'],
  [publicAccessShape, 'PublicAccessInput'],
  [privateAuthorityShape, 'PrivateAuthorityInput'],
  [eventHubsClusterShape, 'EventHubsClusterInput'],
  [dedicatedClusterShape, 'DedicatedClusterInput'],
  [eventHubsNetworkShape, 'EventHubsNetworkInput'],
  [privateZoneShape, 'PrivateZoneInput'],
  [encryptionShape, 'EncryptionInput'],
  [logArchiveShape, 'LogArchiveInput'],
  [geoReplicationShape, 'GeoReplicationInput'],
  [disasterRecoveryShape, 'DisasterRecoveryInput'],
  [hubShape, 'HubInput'],
  [captureShape, 'CaptureInput'],
  [identitiesShape, 'IdentitiesInput'],
  [existingIdentityShape, 'ExistingIdentityInput'],
  [entraGroupShape, 'EntraGroupInput'],
  [schemaGroupShape, 'SchemaGroupInput'],
]);

/** The files that hold those interfaces. */
export const documentedFiles = [
  ...[
    'environment',
    'platform',
    'owner',
    'topic',
    'removal',
    'application',
    'scaling',
    'connector',
    'postgres',
    'plugin',
    'workload',
    'connect-cluster',
    'bridge',
    'schema-registry',
    'gitops',
    'flow',
    'replication',
    'kubernetes',
    'state',
  ].map((noun) => `model/${noun}.ts`),
  ...['pool', 'listener', 'cruise-control', 'tiered-storage', 'broker-quota'].map(
    (noun) => `backends/strimzi/description/${noun}.ts`,
  ),
  ...['input', 'network', 'storage-autoscaling', 'logs', 'multi-vpc', 'public-access', 'certificate-authority'].map(
    (noun) => `backends/msk/description/${noun}.ts`,
  ),
  ...['archive', 'dedicated', 'encryption', 'hub', 'identities', 'network', 'recovery', 'schema-group'].map(
    (noun) => `backends/event-hubs/description/${noun}.ts`,
  ),
  ...Object.keys(descriptions).map((kind) => `backends/${kind}/description/cluster.ts`),
];

/** A JSON Schema for editors: `# yaml-language-server: $schema=…` in the first line of a YAML description. */
export function jsonSchemas(docs: Docs): Readonly<Record<string, object>> {
  return {
    'environment.schema.json': withPlatformFile(schemaOf(environment, 'An environment of a Kafka platform', docs)),
    'platform.schema.json': schemaOf(platformShape, 'A Kafka platform', docs),
  };
}

export function schemaOf(shape: z.ZodType, title: string, docs: Docs): Record<string, unknown> {
  const schema = z.toJSONSchema(shape, {
    override({ zodSchema, jsonSchema }) {
      const members = docs.get(documented.get(zodSchema as unknown as z.ZodType) ?? '');
      for (const [name, property] of Object.entries(jsonSchema.properties ?? {})) {
        const description = members?.get(name);
        if (description && typeof property === 'object') property.description = description;
      }
    },
  });
  return { ...schema, title };
}

/** In YAML a platform may be a file of its own. */
function withPlatformFile(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = schema.properties as Record<string, object>;
  const file = { type: 'string', description: 'The file that describes the platform, relative to this one.' };
  return { ...schema, properties: { ...properties, platform: { anyOf: [file, properties.platform] } } };
}
