import {
  EventHubsDedicatedCluster,
  type EventHubsDedicatedClusterProps,
} from '../../../../constructs/terraform/event-hubs/dedicated-cluster';
import {
  EventHubsDisasterRecovery,
  type EventHubsDisasterRecoveryProps,
} from '../../../../constructs/terraform/event-hubs/disaster-recovery';
import {
  EventHubsGeoReplication,
  type EventHubsGeoReplicationProps,
} from '../../../../constructs/terraform/event-hubs/geo-replication';
import { changedByEachProp, kept, place, row, tags, unprotected } from './rows';

const replicated = (geoDataReplication: object) => ({ properties: { geoDataReplication } });
const [here, there] = [
  { locationName: 'westeurope', roleType: 'Primary' },
  { locationName: 'northeurope', roleType: 'Secondary' },
];
const cluster = '/subscriptions/s/clusters/c';

const constructs = [
  row<EventHubsDedicatedClusterProps>({
    of: EventHubsDedicatedCluster,
    address: 'azurerm_eventhub_cluster.it',
    least: { ...place, name: 'kit-cluster' },
    becomes: {
      name: 'kit-cluster',
      location: 'westeurope',
      resource_group_name: 'kafka',
      sku_name: 'Dedicated_1',
      ...kept,
    },
    changes: {
      name: ['kit-other', { name: 'kit-other' }],
      location: ['northeurope', { location: 'northeurope' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      capacity: [4, { sku_name: 'Dedicated_4' }],
      preventDestroy: unprotected,
      tags,
    },
  }),
  row<EventHubsGeoReplicationProps>({
    of: EventHubsGeoReplication,
    address: 'azapi_update_resource.it_northeurope',
    least: { namespaceId: '/namespaces/n', primaryLocation: 'westeurope', locationName: 'northeurope' },
    becomes: {
      ignore_missing_property: false,
      type: 'Microsoft.EventHub/namespaces@2026-01-01',
      resource_id: '/namespaces/n',
      body: replicated({ maxReplicationLagDurationInSeconds: 300, locations: [here, there] }),
      locks: ['/namespaces/n'],
      lifecycle: { ignore_changes: ['body.properties.geoDataReplication.locations'] },
    },
    changes: {
      namespaceId: ['/namespaces/m', { resource_id: '/namespaces/m', locks: ['/namespaces/m'] }],
      primaryLocation: [
        'uksouth',
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [{ ...here, locationName: 'uksouth' }, there],
          }),
        },
      ],
      locationName: [
        'uksouth',
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [here, { ...there, locationName: 'uksouth' }],
          }),
        },
        'azapi_update_resource.it_uksouth',
      ],
      maxReplicationLagDurationInSeconds: [
        0,
        { body: replicated({ maxReplicationLagDurationInSeconds: 0, locations: [here, there] }) },
      ],
      primaryClusterArmId: [
        cluster,
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [{ ...here, clusterArmId: cluster }, there],
          }),
        },
      ],
      clusterArmId: [
        cluster,
        {
          body: replicated({
            maxReplicationLagDurationInSeconds: 300,
            locations: [here, { ...there, clusterArmId: cluster }],
          }),
        },
      ],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
    },
  }),
  row<EventHubsDisasterRecoveryProps>({
    of: EventHubsDisasterRecovery,
    address: 'azurerm_eventhub_namespace_disaster_recovery_config.it',
    least: {
      alias: 'kit-alias',
      partnerNamespaceId: '/namespaces/m',
      namespaceName: 'kit-orders',
      resourceGroupName: 'kafka',
    },
    becomes: {
      name: 'kit-alias',
      partner_namespace_id: '/namespaces/m',
      namespace_name: 'kit-orders',
      resource_group_name: 'kafka',
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      alias: ['kit-other', { name: 'kit-other' }],
      partnerNamespaceId: ['/namespaces/o', { partner_namespace_id: '/namespaces/o' }],
      namespaceName: ['kit-third', { namespace_name: 'kit-third' }],
      resourceGroupName: ['other', { resource_group_name: 'other' }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      preventDestroy: unprotected,
    },
  }),
];

changedByEachProp(constructs);
