import type { Construct } from 'constructs';
import { MskProvider } from '../../constructs/terraform/msk/provider';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { tagsOf } from '../../model/tags';
import { mskSettings } from './description/settings';

/** The provider of a stack: in the cluster's region, every resource with the tags that bills and audits are read by. */
export function placeProvider(scope: Construct, cluster: Cluster, environment: Environment): void {
  new MskProvider(scope, 'aws', {
    region: mskSettings(cluster).region,
    defaultTags: [{ tags: tagsOf(environment, { cluster: cluster.name }) }],
  });
}
