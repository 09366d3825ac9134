import { namespace } from '../../backends/event-hubs/namespace';
import type { ContractCase, Output } from '../case';

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
  without: { streams: true },
  topic: 'azurerm_eventhub',
  blocks: ['retention_description'],
  allowed: ({ objects }, application) =>
    [...objects].flatMap(([address, { principal_id, scope, role_definition_name }]) => {
      if (!address.startsWith('azurerm_role_assignment.')) return [];
      if (principal_id !== `\${azurerm_user_assigned_identity.${application}.principal_id}`) return [];
      // Of what it may read in the Key Vault its own test tells.
      if (String(scope).startsWith('${azurerm_key_vault_secret.')) return [];
      return [`${roles[String(role_definition_name)]} Topic ${hubOf(objects, String(scope))}`];
    }),
};

/** Shop, which uses one hub, by a key of that hub; the others by their identities. */
export const eventHubsWithKeys: ContractCase = {
  ...eventHubs,
  cluster: { ...namespace, authentication: ['entra-id', 'sas'] },
  several: 'entra-id',
  environment: {
    secrets: { store: 'key-vault', vault: 'kit' },
    accepts: {
      transactions: { reason: 'tried on premium', owner: 'orders', until: '2027-06-30' },
      sas: { reason: 'an old till', owner: 'orders', until: '2027-06-30' },
    },
    overrides: { applications: { shop: { authentication: 'sas' } } },
  },
  allowed: (output, application) => [...eventHubs.allowed(output, application), ...byKey(output, application)],
};

const rights: Readonly<Record<string, string>> = { Send: 'Write', Listen: 'Read' };

/** What the rule of a hub lets whoever has its key do. */
function byKey({ objects }: Output, application: string): string[] {
  const { parent_id: hub, body } = objects.get(`azapi_resource.${application}`) ?? {};
  const { properties } = (body ?? { properties: { rights: [] } }) as { properties: { rights: string[] } };
  return properties.rights.map((right) => `${rights[right]} Topic ${hubOf(objects, String(hub))}`);
}

/** A hub of the same stack by its address, of another one by the end of its id. */
function hubOf(objects: ReadonlyMap<string, Readonly<Record<string, unknown>>>, scope: string): unknown {
  const [, address = ''] = /^\$\{(azurerm_eventhub\.[\w-]+)\.id\}$/.exec(scope) ?? [];
  return objects.get(address)?.name ?? /\/eventhubs\/([^/]+)$/.exec(scope)?.[1];
}
