import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { Construct } from 'constructs';
import { addressed } from '../../constructs/terraform/addressed';
import type { Application } from '../../model/application';
import type { Shard } from '../../model/resolved';
import type { AwsStatement } from '../../render/msk/policy-document';
import { glueStatements } from './description/glue-access';
import { mskSettings } from './description/settings';

/** What an application of a shard may do with the cluster's schemas. The account is asked for where one does anything. */
export function schemasOf(
  scope: Construct,
  { environment, cluster }: Pick<Shard, 'environment' | 'cluster'>,
  { name }: Pick<Application, 'name'>,
): AwsStatement[] {
  const { glue: registries, region } = mskSettings(cluster);
  const statements = (account: string) =>
    glueStatements({ environment: environment.name, cluster, application: name, region, account, registries });
  return statements('').length === 0 ? [] : statements(accountOf(scope));
}

const accountOf = (scope: Construct): string => {
  const known = scope.node.tryFindChild('glue-account') as DataAwsCallerIdentity | undefined;
  return (known ?? addressed(new DataAwsCallerIdentity(scope, 'glue-account'), 'glue')).accountId;
};
