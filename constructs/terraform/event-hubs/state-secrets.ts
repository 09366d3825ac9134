import type { StateSecret } from '../state-secret';

const keys = (role: string) => [`${role}_connection_string`, `${role}_connection_string_alias`, `${role}_key`];

/**
 * Secrets that azurerm itself puts into the state of a stack, by resource type, though nobody supplied them: `npm run
 * test:providers` holds the list against the schema of the real provider.
 */
export const stateSecrets: Readonly<Record<string, StateSecret>> = {
  azurerm_eventhub_namespace: {
    attributes: [...keys('default_primary'), ...keys('default_secondary')],
    holds: 'the keys of the rule RootManageSharedAccessKey, which may do everything with the namespace',
    harmless: { attribute: 'local_authentication_enabled', is: false },
    because:
      'Event Hubs refuses every key. Where `authentication` has `sas` they open the namespace: whoever reads the state of its stack reads and writes every topic',
    source: 'https://learn.microsoft.com/azure/event-hubs/authenticate-shared-access-signature',
  },
  azurerm_storage_account: {
    attributes: [
      ...['primary', 'secondary'].flatMap((role) => [
        `${role}_access_key`,
        `${role}_connection_string`,
        `${role}_blob_connection_string`,
      ]),
    ],
    holds: 'the keys of the account that keeps logs',
    harmless: { attribute: 'shared_access_key_enabled', is: false },
    because: 'Azure Storage refuses every key of the account',
    source: 'https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent',
  },
};
