import { accessActions } from './access';
import type { DeployerActions } from './actions';
import { clusterActions } from './cluster';
import { foundActions } from './found';
import { serviceActions } from './services';

/**
 * Read on 2026-11-21 in the provider's source (6.66.0), https://docs.aws.amazon.com/msk/latest/developerguide/security-iam-awsmanpol.html
 * and https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html. No policy made of it was tried on AWS.
 */
export const deployerActions: Readonly<Record<string, DeployerActions>> = {
  ...clusterActions,
  ...accessActions,
  ...serviceActions,
  ...foundActions,
};
