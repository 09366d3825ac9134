import type { Application } from '../../model/application';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { clusterStackName } from '../../model/names';
import { mskSettings } from './description/cluster';
import { connectionParameter } from './description/delivery';

/** `prod-main`: what AWS calls a cluster, and how every other stack finds it. */
export const awsClusterName = (environment: Environment, cluster: Cluster): string =>
  mskSettings(cluster).existing ?? clusterStackName(environment.name, cluster.name);

/** `/kafka/prod/main/payment-service`: where an application's connection is in Parameter Store. */
export const connectionName = (environment: Environment, cluster: Cluster, application: Application): string =>
  connectionParameter(environment.name, cluster.name, application.name);

/** `prod-main-payment-service`: the managed policy that an application's role attaches. */
export const policyName = (environment: Environment, cluster: Cluster, application: Application): string =>
  `${clusterStackName(environment.name, cluster.name)}-${application.name}`;
