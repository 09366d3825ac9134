import type { Application } from '../../model/application';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { clusterStackName } from '../../model/names';
import { connectionParameter } from './description/delivery';
import { principalName } from './description/roles';
import { mskSettings } from './description/settings';

/** `prod-main`: what AWS calls a cluster, and how every other stack finds it. A serverless one that exists is told by its ARN. */
export const awsClusterName = (environment: Environment, cluster: Cluster): string => {
  const { existing } = mskSettings(cluster);
  return clusterNameIn(existing) ?? existing ?? clusterStackName(environment.name, cluster.name);
};

/** `orders` of `arn:aws:kafka:eu-west-1:111122223333:cluster/orders/…-s1`. Absent: it is no ARN. */
const clusterNameIn = (arn = ''): string | undefined => /^arn:[^/]+:cluster\/([^/]+)\//.exec(arn)?.[1];

/** `/kafka/prod/main/payment-service`: where an application's connection is in Parameter Store. */
export const connectionName = (environment: Environment, cluster: Cluster, application: Application): string =>
  connectionParameter(environment.name, cluster.name, application.name);

/** `/kafka-clusters/prod/main`: where a cluster's own stack says what no data source finds by its name. */
export const clusterParameterName = (environment: Environment, cluster: Cluster): string =>
  `/kafka-clusters/${environment.name}/${cluster.name}`;

/** `prod-main-payment-service`: the managed policy of an application, and the role, where one is made. */
export const policyName = (environment: Environment, cluster: Cluster, application: Application): string =>
  principalName(environment.name, cluster.name, application.name);
