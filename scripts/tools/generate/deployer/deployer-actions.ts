import { accessActions } from './access';
import type { DeployerActions } from './actions';
import { auditActions } from './audit';
import { clusterActions } from './cluster';
import { foundActions } from './found';
import { serviceActions } from './services';

/**
 * Put together on 2026-11-21 from https://docs.aws.amazon.com/msk/latest/developerguide/security-iam-awsmanpol.html,
 * https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html and, of some types, the provider's source; of the
 * others the actions are those by which AWS' API makes, reads, changes and deletes them, so one that the provider asks for
 * besides may be missing. No policy made of it was tried on AWS.
 */
export const deployerActions: Readonly<Record<string, DeployerActions>> = {
  ...clusterActions,
  ...auditActions,
  ...accessActions,
  ...serviceActions,
  ...foundActions,
};
