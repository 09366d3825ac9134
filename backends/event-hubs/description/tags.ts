import type { TagLimits } from '../../../model/tags';
import { eventHubsSettings } from './cluster';

const source = 'https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations';

/** Of resources, resource groups and storage accounts; of a DNS zone and of connections in a vault, where they are made. */
export const tags: readonly TagLimits[] = [
  {
    code: 'KFK-E024',
    vendor: 'Azure',
    most: 50,
    // 512 but for storage accounts, which have no more.
    name: 128,
    value: 256,
    nameForm: {
      form: /^(?!microsoft|azure|windows)[^<>%&\\?/\p{Cc}]+$/iu,
      fix: "leave out < > % & \\ ? and /, and do not begin with 'microsoft', 'azure' or 'windows'",
    },
    ignoresCase: true,
    source,
    read: '2026-11-21',
  },
  {
    code: 'KFK-E025',
    vendor: 'an Azure DNS zone',
    holdsFor: (cluster) => typeof eventHubsSettings(cluster).privateDnsZone === 'object',
    most: 15,
    name: 128,
    value: 256,
    nameForm: {
      form: /^(?!\d)[A-Za-z0-9_.:=+@-]+$/,
      fix: 'use letters, digits and dashes, not beginning with a digit; or let somebody else make the zone',
    },
    ignoresCase: true,
    source,
    read: '2026-11-21',
  },
  {
    code: 'KFK-E026',
    vendor: 'a secret of Key Vault',
    holdsFor: (_, { secrets }) => secrets.vault !== undefined,
    most: 15,
    name: 512,
    value: 256,
    nameForm: { form: /\S/, fix: 'give it a name' },
    ignoresCase: true,
    source: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-tags',
    read: '2026-11-21',
  },
];
