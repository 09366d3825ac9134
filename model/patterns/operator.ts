import type { Operator } from '../operator';
import { roleGrants } from '../operator';
import type { Made } from './made';

/** An operator is an application of its name that its role lets do what it does, up to and with its last day. */
export const expandOperator = (operator: Operator, today: string): Made => {
  const { role, reason, ...application } = operator;
  if (operator.until !== undefined && operator.until < today) return {};
  return {
    applications: [
      {
        ...application,
        description: reason,
        transactional: false,
        instances: 1,
        operator: role,
        grants: roleGrants[role],
      },
    ],
  };
};
