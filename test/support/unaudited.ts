import type { Audit } from '../../model/audit';

/** What an environment says of audit logs in which nobody asks for one. */
export const unaudited: Audit = { days: 0, locked: false };
