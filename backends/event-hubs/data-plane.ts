import type { Construct } from 'constructs';
import { EventHubsApplicationIdentity } from '../../constructs/terraform/event-hubs/application-identity';
import { bootstrapServers } from '../../constructs/terraform/event-hubs/bootstrap-servers';
import { EventHubsConnectionSecret } from '../../constructs/terraform/event-hubs/connection-secret';
import { EventHubsDataRole } from '../../constructs/terraform/event-hubs/data-role';
import { EventHub } from '../../constructs/terraform/event-hubs/event-hub';
import { EventHubsProvider } from '../../constructs/terraform/event-hubs/provider';
import { EventHubsSecretReader } from '../../constructs/terraform/event-hubs/secret-reader';
import { EventHubsSubscription } from '../../constructs/terraform/event-hubs/subscription';
import { clusterStackName, terraformId } from '../../model/names';
import type { Principal, Shard } from '../../model/resolved';
import type { Topic } from '../../model/topic';
import type { TerraformDataPlane } from '../contract';
import { placeRemovals } from '../removals';
import { type RoleGrant, roleGrants } from './access';
import { roleId } from './description/addresses';
import { eventHubsSettings } from './description/cluster';
import { connectionSecret } from './description/delivery';
import { retentionOf, settingsFrom } from './retention';

/** Hubs, an identity for each application, and its roles on exactly its hubs. Kafka's own port is never spoken to. */
export const eventHubsDataPlane: TerraformDataPlane = {
  needs: 'cloud-api',
  topicsFirst: true,
  dataBearing: new Set(['azurerm_eventhub']),
  settingsOf: ({ retention_description }) => settingsFrom(retention_description),
  createdOnce: new Map([['azurerm_eventhub', '{namespace_id}/eventhubs/{name}']]),

  place(scope, shard) {
    new EventHubsProvider(scope, 'azurerm');
    const subscription = new EventHubsSubscription(scope, shard.cluster.name);
    const { resourceGroup: resourceGroupName, namespace: name } = eventHubsSettings(shard.cluster);
    const namespaceId = subscription.namespaceId({ resourceGroupName, name });
    const hubs = new Map(shard.topics.map((topic) => [topic.name, placeHub(scope, topic, namespaceId)]));
    placeRemovals(scope, shard);
    const scopeOf = ({ on }: RoleGrant) =>
      on === 'namespace' ? namespaceId : (hubs.get(on.hub)?.hubId ?? `${namespaceId}/eventhubs/${on.hub}`);
    for (const principal of shard.principals) placePrincipal(scope, { principal, shard, subscription, scopeOf });
  },

  /** Whoever deploys is known to Azure; applications have no secret. */
  variables: () => [],
};

function placeHub(scope: Construct, topic: Topic, namespaceId: string): EventHub {
  return new EventHub(scope, terraformId(topic.name), {
    name: topic.name,
    namespaceId,
    partitionCount: topic.partitions,
    retentionDescription: retentionOf(topic),
  });
}

interface PrincipalProps {
  readonly principal: Principal;
  readonly shard: Shard;
  readonly subscription: EventHubsSubscription;
  /** The id of the hub or the namespace that a role is granted on. */
  readonly scopeOf: (grant: RoleGrant) => string;
}

function placePrincipal(scope: Construct, { principal, shard, subscription, scopeOf }: PrincipalProps): void {
  const { environment, cluster } = shard;
  const { application, permissions } = principal;
  // No name holds two dashes in a row, so no two of them are put together to the same.
  const { namespace, location, resourceGroup, vaultResourceGroup = resourceGroup } = eventHubsSettings(cluster);
  const identity = new EventHubsApplicationIdentity(scope, application.name, {
    name: `${clusterStackName(environment.name, cluster.name)}--${application.name}`,
    location,
    resourceGroupName: resourceGroup,
    tags: { environment: environment.name, owner: application.owner },
  });
  for (const grant of roleGrants(permissions))
    new EventHubsDataRole(scope, roleId(grant.permission), {
      role: grant.role,
      scope: scopeOf(grant),
      principalId: identity.principalId,
      description: grant.permission.from,
    });
  const { vault } = environment.secrets;
  if (!vault) return;
  const { secretId } = new EventHubsConnectionSecret(scope, application.name, {
    name: connectionSecret(cluster.name, application.name),
    keyVaultId: subscription.keyVaultId({ resourceGroupName: vaultResourceGroup, name: vault }),
    bootstrapServers: bootstrapServers(namespace),
    clientId: identity.clientId,
  });
  new EventHubsSecretReader(scope, `${application.name}_reads_connection`, {
    secretId,
    principalId: identity.principalId,
  });
}
