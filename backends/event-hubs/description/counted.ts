import type { Counted } from '../../../model/limits';
import type { HubInput } from './hub';
import type { EventHubsNetworkInput } from './network';
import type { SchemaGroupInput } from './schema-group';

/** What only a namespace's own settings say, and limits count. */
export const countedOf = ({
  hubs = {},
  schemaGroups = {},
  network: { addresses = [], subnets = [] } = {},
}: {
  readonly hubs?: Readonly<Record<string, HubInput>>;
  readonly schemaGroups?: Readonly<Record<string, SchemaGroupInput>>;
  readonly network?: EventHubsNetworkInput;
}): Counted => ({
  'consumer-groups-of-hub': Object.entries(hubs).map(([hub, { consumerGroups = [] }]) => ({
    value: consumerGroups.length + 1, // `$Default`
    field: ['hubs', hub, 'consumerGroups'],
  })),
  'consumer-group-name-length': Object.entries(hubs).flatMap(([hub, { consumerGroups = [] }]) =>
    consumerGroups.map((name, index) => ({ value: name.length, field: ['hubs', hub, 'consumerGroups', index] })),
  ),
  'schema-groups': [{ value: Object.keys(schemaGroups).length, field: ['schemaGroups'] }],
  'schema-group-name-length': Object.keys(schemaGroups).map((name) => ({
    value: name.length,
    field: ['schemaGroups', name],
  })),
  'addresses-let-in': [{ value: addresses.length, field: ['network', 'addresses'] }],
  'networks-let-in': [{ value: new Set(subnets.map(networkOf)).size, field: ['network', 'subnets'] }],
});

const networkOf = (subnet: string): string => subnet.replace(/\/subnets\/[^/]*$/, '').toLowerCase();
