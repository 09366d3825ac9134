import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { descriptions } from '../../../backends/descriptions';
import { logArchiveShape } from '../../../backends/event-hubs/description/archive';
import { eventHubsAuditShape } from '../../../backends/event-hubs/description/audit';
import { autoInflateShape, eventHubsClusterShape } from '../../../backends/event-hubs/description/cluster';
import { dedicatedClusterShape } from '../../../backends/event-hubs/description/dedicated';
import { encryptionShape } from '../../../backends/event-hubs/description/encryption';
import { captureShape, hubShape } from '../../../backends/event-hubs/description/hub';
import {
  entraGroupShape,
  existingIdentityShape,
  identitiesShape,
} from '../../../backends/event-hubs/description/identities';
import { eventHubsNetworkShape } from '../../../backends/event-hubs/description/network';
import { privateZoneShape } from '../../../backends/event-hubs/description/private-zone';
import { disasterRecoveryShape, geoReplicationShape } from '../../../backends/event-hubs/description/recovery';
import { schemaGroupShape } from '../../../backends/event-hubs/description/schema-group';
import { kafkaClusterShape } from '../../../backends/kafka/description/cluster';
import { kafkaOAuthShape } from '../../../backends/kafka/description/oauth';
import {
  keyVaultPasswordsShape,
  secretsManagerPasswordsShape,
  vaultPasswordsShape,
} from '../../../backends/kafka/description/passwords';
import { mskAuditShape } from '../../../backends/msk/description/audit';
import { privateAuthorityShape } from '../../../backends/msk/description/certificate-authority';
import { glueRegistryShape, glueSchemaShape } from '../../../backends/msk/description/glue';
import { mskClusterShape } from '../../../backends/msk/description/input';
import { mskLogBucketShape, mskLogGroupShape, mskLogsShape } from '../../../backends/msk/description/logs';
import { multiVpcShape } from '../../../backends/msk/description/multi-vpc';
import { mskNetworkShape } from '../../../backends/msk/description/network';
import { openShape } from '../../../backends/msk/description/open';
import { publicAccessShape } from '../../../backends/msk/description/public-access';
import { rolesShape } from '../../../backends/msk/description/roles';
import { storageAutoscalingShape } from '../../../backends/msk/description/storage-autoscaling';
import { brokerQuotaShape } from '../../../backends/strimzi/description/broker-quota';
import { authorityShape, certificatesShape, lifetimeShape } from '../../../backends/strimzi/description/certificates';
import { strimziClusterShape } from '../../../backends/strimzi/description/cluster';
import {
  brokerCapacityShape,
  cruiseControlShape,
  rebalanceShape,
} from '../../../backends/strimzi/description/cruise-control';
import { gatewayShape, listenerShape, oAuthShape } from '../../../backends/strimzi/description/listener';
import { poolShape, volumeShape } from '../../../backends/strimzi/description/pool';
import { tieredStorageShape } from '../../../backends/strimzi/description/tiered-storage';
import { tolerationShape } from '../../../backends/strimzi/description/toleration';
import { vaultCertificatesShape, vaultLoginShape } from '../../../backends/strimzi/description/vault-signer';
import { applicationShape, quotaShape, streamsShape } from '../../../model/application';
import { auditShape } from '../../../model/audit';
import { bridgeShape } from '../../../model/bridge';
import { shapeOf } from '../../../model/compile';
import { connectBuildShape, connectClusterShape, pluginObjectShape } from '../../../model/connect-cluster';
import { connectorConsumesShape, connectorSecretShape, connectorShape } from '../../../model/connector';
import { denialShape } from '../../../model/denial';
import { acceptanceShape, overridesShape, secretsShape } from '../../../model/environment';
import { consumesShape, deadLetterShape, lagShape } from '../../../model/flow';
import { gitOpsShape } from '../../../model/gitops';
import { kubernetesShape } from '../../../model/kubernetes';
import { oAuthClientShape } from '../../../model/oauth';
import { operatorShape } from '../../../model/operator';
import { ownerShape } from '../../../model/owner';
import { platformShape } from '../../../model/platform';
import { pluginArtifactShape, pluginShape } from '../../../model/plugin';
import { postgresCredentialsShape, postgresShape } from '../../../model/postgres';
import { refusalAlarmsShape } from '../../../model/refusal-alarms';
import { approvalShape, removalShape } from '../../../model/removal';
import { replicationShape } from '../../../model/replication';
import { scalingShape } from '../../../model/scaling';
import { schemaRegistryShape } from '../../../model/schema-registry';
import { azurermIdentityShape, azurermStateShape, localStateShape, s3StateShape } from '../../../model/state';
import { topicShape } from '../../../model/topic';
import { waiverShape } from '../../../model/waiver';
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
  [postgresCredentialsShape, 'PostgresCredentialsInput'],
  [pluginShape, 'PluginInput'],
  [pluginArtifactShape, 'PluginArtifactInput'],
  [connectClusterShape, 'ConnectClusterInput'],
  [connectBuildShape, 'ConnectBuildInput'],
  [pluginObjectShape, 'PluginObjectInput'],
  [bridgeShape, 'BridgeInput'],
  [operatorShape, 'OperatorInput'],
  [auditShape, 'AuditInput'],
  [auditShape.shape.collector.unwrap(), 'AuditCollectorInput'],
  [mskAuditShape, 'MskAuditInput'],
  [eventHubsAuditShape, 'EventHubsAuditInput'],
  [refusalAlarmsShape, 'RefusalAlarmsInput'],
  [denialShape, 'DenialInput'],
  [schemaRegistryShape, 'SchemaRegistryInput'],
  [gitOpsShape, 'GitOpsInput'],
  [secretsShape, 'SecretsInput'],
  [replicationShape, 'ReplicationInput'],
  [overridesShape, 'OverridesInput'],
  [acceptanceShape, 'AcceptanceInput'],
  [approvalShape, 'ApprovalInput'],
  [waiverShape, 'WaiverInput'],
  [kubernetesShape, 'KubernetesInput'],
  [localStateShape, 'LocalStateInput'],
  [s3StateShape, 'S3StateInput'],
  [azurermStateShape, 'AzurermStateInput'],
  [azurermIdentityShape, 'AzurermIdentityInput'],
  [kafkaClusterShape, 'KafkaClusterInput'],
  [strimziClusterShape, 'StrimziClusterInput'],
  [certificatesShape, 'CertificatesInput'],
  [authorityShape, 'AuthorityInput'],
  [lifetimeShape, 'LifetimeInput'],
  [vaultCertificatesShape, 'VaultCertificatesInput'],
  [vaultLoginShape, 'VaultLoginInput'],
  [poolShape, 'PoolInput'],
  [volumeShape, 'VolumeInput'],
  [tolerationShape, 'TolerationInput'],
  [listenerShape, 'ListenerInput'],
  [oAuthShape, 'OAuthInput'],
  [secretsManagerPasswordsShape, 'SecretsManagerPasswordsInput'],
  [keyVaultPasswordsShape, 'KeyVaultPasswordsInput'],
  [vaultPasswordsShape, 'VaultPasswordsInput'],
  [kafkaOAuthShape, 'KafkaOAuthInput'],
  [oAuthClientShape, 'OAuthClientInput'],
  [gatewayShape, 'GatewayInput'],
  [cruiseControlShape, 'CruiseControlInput'],
  [rebalanceShape, 'RebalanceInput'],
  [brokerCapacityShape, 'BrokerCapacityInput'],
  [tieredStorageShape, 'TieredStorageInput'],
  [brokerQuotaShape, 'BrokerQuotaInput'],
  [mskClusterShape, 'MskClusterInput'],
  [mskNetworkShape, 'MskNetworkInput'],
  [storageAutoscalingShape, 'StorageAutoscalingInput'],
  [mskLogsShape, 'MskLogsInput'],
  [mskLogGroupShape, 'MskLogGroupInput'],
  [mskLogBucketShape, 'MskLogBucketInput'],
  [multiVpcShape, 'MultiVpcInput'],
  [publicAccessShape, 'PublicAccessInput'],
  [privateAuthorityShape, 'PrivateAuthorityInput'],
  [rolesShape, 'RolesInput'],
  [openShape, 'OpenInput'],
  [glueRegistryShape, 'GlueRegistryInput'],
  [glueSchemaShape, 'GlueSchemaInput'],
  [eventHubsClusterShape, 'EventHubsClusterInput'],
  [autoInflateShape, 'AutoInflateInput'],
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

/** What a noun's fields mean where an environment overrides them: nothing is required, and what is not said stays. */
const overridden: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [overridesShape.shape.topics.unwrap().valueType, 'TopicInput'],
  [overridesShape.shape.applications.unwrap().valueType, 'ApplicationInput'],
  [overridesShape.shape.connectors.unwrap().valueType, 'ConnectorInput'],
]);

/** The files that may hold those interfaces. */
export const documentedFiles = ['model', ...Object.keys(descriptions).map((kind) => `backends/${kind}/description`)]
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts'));

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
      const shape = zodSchema as unknown as z.ZodType;
      const override = overridden.get(shape);
      const members = docs.get(override ?? documented.get(shape) ?? '');
      for (const [name, property] of Object.entries(jsonSchema.properties ?? {})) {
        const said = members?.get(name);
        const description = said && override ? overriding(said) : said;
        if (description && typeof property === 'object') property.description = description;
      }
    },
  });
  return { ...schema, title };
}

const overriding = (said: string): string => `${said.replace(/ ?Default: .*$/, '')} Default: what the platform says.`;

/** In YAML a platform may be a file of its own. */
function withPlatformFile(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = schema.properties as { readonly platform: { readonly description?: string } };
  const file = { type: 'string', description: 'The file that describes the platform, relative to this one.' };
  const { description, ...shape } = properties.platform;
  const platform = { description, anyOf: [file, shape] };
  return { ...schema, properties: { ...properties, platform } };
}
