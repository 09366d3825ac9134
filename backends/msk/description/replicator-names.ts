import type { Environment } from '../../../model/environment';
import type { Replication } from '../../../model/replication';

/** `prod-orders-standby`: what AWS calls a Replicator. */
export const replicatorName = (
  environment: Pick<Environment, 'name'>,
  replication: Pick<Replication, 'name'>,
): string => `${environment.name}-${replication.name}`;

/** The role in which it works. */
export const replicatorRoleName = (...of: Parameters<typeof replicatorName>): string =>
  `${replicatorName(...of)}-replicator`;
