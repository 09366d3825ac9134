import type { Application } from '../../../model/application';
import type { Cluster } from '../../../model/cluster';
import type { Environment } from '../../../model/environment';
import type { Permission } from '../../../model/permissions';
import { isDay } from '../../../model/removal';
import { type PolicyOptions, policyDocuments } from '../../../render/msk/policy-document';
import { readsItsConnection } from './connection-access';
import { glueStatements } from './glue-access';
import { iamStatements } from './iam-access';
import { mskSettings } from './settings';

/** Where an application is, and what it may do there. */
export interface PolicyAsked {
  readonly application: Pick<Application, 'name' | 'authentication' | 'until'>;
  readonly cluster: Pick<Cluster, 'name' | 'settings'>;
  readonly environment: Pick<Environment, 'name'>;
  readonly permissions: readonly Permission[];
}

const noArns = { secret: '', key: '' };

/** How many managed policies it needs, as its stack makes them: ARNs are counted as long as they may become. */
export function policiesOf({ application, cluster, environment, permissions }: PolicyAsked): number {
  const { region, glue: registries } = mskSettings(cluster);
  const names = { environment: environment.name, cluster, application: application.name };
  const byIam = application.authentication === 'iam';
  return policiesNeeded(byIam ? permissions : [], {
    awsStatements: [
      // Of two users while a password is rotated.
      ...readsItsConnection('', byIam ? [] : [noArns, noArns]),
      ...glueStatements({ ...names, region, account: '', registries }),
    ],
    // What is no day is told by a rule of its own.
    until: application.until !== undefined && isDay(application.until) ? application.until : undefined,
  });
}

/** How many managed policies say that something may be done by IAM, on a cluster and outside of it. */
export const policiesNeeded = (
  permissions: readonly Permission[],
  options: Pick<PolicyOptions, 'awsStatements' | 'until'> = {},
): number => policyDocuments(iamStatements(permissions), { arnOf: () => '', ...options }).length;
