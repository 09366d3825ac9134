import { namespace } from '../../backends/event-hubs/namespace';
import type { ContractCase } from '../case';

const roles: Readonly<Record<string, string>> = {
  'Azure Event Hubs Data Sender': 'Write',
  'Azure Event Hubs Data Receiver': 'Read',
};

/** A role on a hub, held by the identity of one application. Streams need more than they say: their own test tells. */
export const eventHubs: ContractCase = {
  cluster: namespace,
  environment: {
    accepts: { transactions: { reason: 'tried on premium', owner: 'orders', until: '2027-06-30' } },
  },
  without: { quota: true, streams: true },
  topic: 'azurerm_eventhub',
  blocks: ['retention_description'],
  allowed: ({ objects }, application) =>
    [...objects].flatMap(([address, { principal_id, scope, role_definition_name }]) => {
      if (!address.startsWith('azurerm_role_assignment.')) return [];
      if (principal_id !== `\${azurerm_user_assigned_identity.${application}.principal_id}`) return [];
      return [`${roles[String(role_definition_name)]} Topic ${hubOf(objects, String(scope))}`];
    }),
};

/** A hub of the same stack by its address, of another one by the end of its id. */
function hubOf(objects: ReadonlyMap<string, Readonly<Record<string, unknown>>>, scope: string): unknown {
  const [, address = ''] = /^\$\{(azurerm_eventhub\.[\w-]+)\.id\}$/.exec(scope) ?? [];
  return objects.get(address)?.name ?? /\/eventhubs\/([^/]+)$/.exec(scope)?.[1];
}
