import type { Limit } from '../../../model/limits';

const compareTiers = 'https://learn.microsoft.com/azure/event-hubs/compare-tiers';
const quotas = 'https://learn.microsoft.com/azure/event-hubs/event-hubs-quotas';
const read = '2026-11-21';
const error = 'error';

/** How many keys a hub, and how many groups of schemas a namespace, can have. */
export const accessLimits: readonly Limit[] = [
  {
    code: 'KFK-L242',
    title: 'An event hub has few enough keys',
    measure: 'passwords-per-topic',
    max: 12,
    unit: 'authorization rules of an event hub, one for each application with a key,',
    instead:
      'let some of them prove themselves by Entra ID, whose grants are not counted here, or give them a topic of their own',
    severity: error,
    source:
      'https://learn.microsoft.com/azure/event-hubs/authorize-access-shared-access-signature#shared-access-authorization-policies',
    read,
  },
  {
    code: 'KFK-L243',
    title: 'An application with a key has a name that its authorization rule can have',
    measure: 'password-user-name-length',
    max: 50,
    unit: 'characters of an authorization rule, which is named after its application,',
    severity: error,
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub',
    read,
  },
  {
    code: 'KFK-L244',
    title: 'A standard namespace has one schema group beside its default one',
    measure: 'schema-groups',
    max: 1,
    tiers: ['standard'],
    unit: 'schema groups of a namespace',
    instead: 'keep schemas of several topics in it, or use premium, which has 100',
    severity: error,
    source: compareTiers,
    read,
  },
  {
    code: 'KFK-L245',
    title: 'A premium namespace has few enough schema groups',
    measure: 'schema-groups',
    max: 100,
    tiers: ['premium'],
    unit: 'schema groups of a namespace',
    severity: error,
    source: compareTiers,
    read,
  },
  {
    code: 'KFK-L246',
    title: 'A dedicated namespace has few enough schema groups',
    measure: 'schema-groups',
    max: 1000,
    tiers: ['dedicated'],
    unit: 'schema groups of a namespace',
    severity: error,
    source: compareTiers,
    read,
  },
  {
    code: 'KFK-L247',
    title: "A schema group's name is short enough",
    measure: 'schema-group-name-length',
    // azurerm lets 256 pass.
    max: 50,
    unit: 'characters of a schema group',
    severity: error,
    source: quotas,
    read,
  },
];
