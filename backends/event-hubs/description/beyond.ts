import type { Beyond } from '../../../model/beyond';
import { wildcard } from '../../../model/grant';
import type { Tier } from './tier';

/**
 * What a role, or a key, lets somebody do beside: there is none for groups, for transactional ids, or for a prefix.
 * https://learn.microsoft.com/azure/event-hubs/authorize-access-azure-active-directory
 */
export const beyondOf = (tier: Tier): readonly Beyond[] => [
  {
    authentication: ['entra-id', 'sas'],
    whoever: { resourceType: 'Topic', operation: 'Read' },
    also: [wildcard('Group', 'Read')],
    by: 'Listen on the hub',
  },
  ...(tier === 'standard' ? [] : [anyTransactionalId]),
  {
    authentication: ['entra-id'],
    whoever: { resourceType: 'Topic', operation: 'Write', patternType: 'Prefixed' },
    also: [wildcard('Topic', 'All'), wildcard('Group', 'All')],
    by: 'Azure Event Hubs Data Owner of the namespace',
  },
];

/** Of `standard` there are no transactions. */
const anyTransactionalId: Beyond = {
  authentication: ['entra-id', 'sas'],
  whoever: { resourceType: 'Topic', operation: 'Write' },
  also: [wildcard('TransactionalId', 'Write')],
  by: 'Send on the hub',
};
