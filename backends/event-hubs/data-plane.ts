import type { Construct } from 'constructs';
import { AzapiProvider } from '../../constructs/terraform/event-hubs/azapi';
import { bootstrapServers } from '../../constructs/terraform/event-hubs/bootstrap-servers';
import { EventHubsConnectionSecret } from '../../constructs/terraform/event-hubs/connection-secret';
import { EventHubsDataRole } from '../../constructs/terraform/event-hubs/data-role';
import { EventHubsProvider } from '../../constructs/terraform/event-hubs/provider';
import { EventHubsSecretReader } from '../../constructs/terraform/event-hubs/secret-reader';
import { EventHubsSubscription } from '../../constructs/terraform/event-hubs/subscription';
import { own } from '../../model/by-name';
import type { Principal, Shard } from '../../model/resolved';
import { tagsOf } from '../../model/tags';
import type { TerraformDataPlane } from '../contract';
import { placeRemovals } from '../removals';
import { roleGrants } from './access';
import { placeApplicationGroup } from './application-groups';
import { groupRoleId, roleId } from './description/addresses';
import { eventHubsSettings, hostOf } from './description/cluster';
import { connectionSecret } from './description/delivery';
import { groupOf } from './description/identities';
import { placeHub } from './hubs';
import { type Identity, placeIdentity } from './identities';
import { hubOf, placeKey } from './keys';
import { settingsFrom } from './retention';
import { placeSchemaRole } from './schema-groups';

/** Hubs, an identity for each application, and its roles, or its key, on exactly its hubs. Kafka's own port is never spoken to. */
export const eventHubsDataPlane: TerraformDataPlane = {
  needs: 'cloud-api',
  topicsFirst: true,
  dataBearing: new Set(['azurerm_eventhub']),
  settingsOf: ({ retention_description }) => settingsFrom(retention_description),
  createdOnce: new Map([['azurerm_eventhub', '{namespace_id}/eventhubs/{name}']]),

  place(scope, shard) {
    const settings = eventHubsSettings(shard.cluster);
    const { resourceGroup: resourceGroupName, namespace: name, subscription: subscriptionId } = settings;
    new EventHubsProvider(scope, 'azurerm', { subscriptionId });
    if (shard.principals.some(({ application, credential }) => credential || application.quota))
      new AzapiProvider(scope, 'azapi', { subscriptionId });
    const subscription = new EventHubsSubscription(scope, shard.cluster.name);
    const namespaceId = subscription.namespaceId({ resourceGroupName, name });
    const hubs = new Map(shard.topics.map((topic) => [topic.name, placeHub(scope, topic, shard.cluster, namespaceId)]));
    placeRemovals(scope, shard);
    const hubId = (hub: string) => hubs.get(hub) ?? `${namespaceId}/eventhubs/${hub}`;
    const place: Place = { shard, subscription, namespaceId, hubId };
    placeGroupRoles(scope, place);
    for (const principal of shard.principals) placePrincipal(scope, principal, place);
  },

  /** Whoever deploys is known to Azure, and Event Hubs makes keys itself. */
  variables: () => [],
};

interface Place {
  readonly shard: Shard;
  readonly subscription: EventHubsSubscription;
  readonly namespaceId: string;
  /** Of a hub in this stack, or in another one. */
  readonly hubId: (hub: string) => string;
}

function placePrincipal(scope: Construct, principal: Principal, place: Place): void {
  const { application, credential } = principal;
  const { namespaceId, subscription } = place;
  const identity = placeIdentity(scope, application, place.shard);
  if (!credential) placeRoles(scope, principal, identity, place);
  placeSchemaRole(scope, application, place.shard.cluster, { ...identity, namespaceId, subscription });
  placeApplicationGroup(scope, application, {
    namespaceId,
    client: credential ? { entitySasKeyName: application.name } : { entraClientId: identity.clientId },
  });
  placeConnection(scope, principal, identity, place);
}

/** Roles on hubs for an application; one of a group has them by that. */
function placeRoles(
  scope: Construct,
  { application: { name }, permissions }: Principal,
  { principalId }: Identity,
  { shard: { cluster }, namespaceId, hubId }: Place,
): void {
  if (groupOf(eventHubsSettings(cluster).identities ?? {}, name) !== undefined) return;
  for (const { permission, role, on } of roleGrants(permissions))
    new EventHubsDataRole(scope, roleId(permission), {
      role,
      scope: on === 'namespace' ? namespaceId : hubId(on.hub),
      principalId,
      description: permission.from,
    });
}

/** Roles of groups on hubs of this stack, where they stay whoever joins or leaves. */
function placeGroupRoles(scope: Construct, { shard: { cluster, groupGrants }, hubId }: Place): void {
  const groups = eventHubsSettings(cluster).identities?.groups ?? {};
  for (const { group, permission } of groupGrants)
    for (const { role } of roleGrants([permission]))
      new EventHubsDataRole(scope, groupRoleId(group, permission), {
        role,
        scope: hubId(permission.resourceName),
        principalId: own(groups, group)?.id ?? '',
        principalType: 'Group',
        description: `clusters.${cluster.name}.identities.groups.${group}`,
      });
}

/** Where the application finds its address, its client id and, if it has one, its key; it may read them, and nobody else. */
function placeConnection(
  scope: Construct,
  principal: Principal,
  { principalId, clientId }: Identity,
  { shard: { environment, cluster }, subscription, hubId }: Place,
): void {
  const { application, permissions, credential } = principal;
  const settings = eventHubsSettings(cluster);
  const { resourceGroup, vaultResourceGroup = resourceGroup } = settings;
  const { vault } = environment.secrets;
  if (!vault) return;
  const keyVaultId = subscription.keyVaultId({ resourceGroupName: vaultResourceGroup, name: vault });
  const tags = tagsOf(environment, { cluster: cluster.name, owner: application.owner });
  const { secretId } = new EventHubsConnectionSecret(scope, application.name, {
    name: connectionSecret(environment.name, cluster.name, application.name),
    keyVaultId,
    bootstrapServers: bootstrapServers(hostOf(settings)),
    clientId,
    tags,
  });
  new EventHubsSecretReader(scope, `${application.name}_reads_connection`, { secretId, principalId });
  if (!credential) return;
  const key = placeKey(scope, principal, {
    hubId: hubId(hubOf(permissions)),
    ofAlias: settings.disasterRecovery !== undefined,
    keyVaultId,
    tags,
  });
  new EventHubsSecretReader(scope, `${application.name}_reads_key`, { secretId: key, principalId });
}
