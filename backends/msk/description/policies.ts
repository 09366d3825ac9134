import type { Application } from '../../../model/application';
import type { Permission } from '../../../model/permissions';
import { policyDocuments } from '../../../render/msk/policy-document';
import { readsItsConnection } from './connection-access';
import { iamStatements } from './iam-access';

/** How many managed policies an application needs; who is let in by ACLs needs one, to read its connection. */
export function policiesOf(
  { authentication }: Pick<Application, 'authentication'>,
  permissions: readonly Permission[],
): number {
  if (authentication !== 'iam') return 1;
  return policyDocuments(iamStatements(permissions), { arnOf: () => '', awsStatements: readsItsConnection('') }).length;
}
