import { App, TerraformResource } from 'cdktf';
import { dataPlaneOf } from '../backends/terraform';
import { type Cluster, ownedClusters } from '../model/cluster';
import { clusterStackName } from '../model/names';
import type { Resolved, Shard } from '../model/resolved';
import { ClusterStack } from './cluster-stack';
import { DataPlaneStack } from './data-plane-stack';
import { topicsFirst } from './topics-first';
import { VendorServiceStack } from './vendor-service-stack';

export interface TerraformAppOptions {
  /** Where `cdk.tf.json` files go: `<folder>/stacks/<stack>/cdk.tf.json`. */
  readonly folder: string;
  /** Where each stack's local state lives. Default: given when a stack is initialised. */
  readonly stateFile?: (stack: string, environment: string) => string;
}

/**
 * The cdktf app of some environments: a stack per cluster that the kit owns, and one per shard, which is applied after
 * its cluster's, and where access is granted on topics themselves after those that hold them; one for what a vendor's service
 * runs, after all that is on its clusters. What Kubernetes operators make is not in it.
 */
export function terraformApp(environments: readonly Resolved[], options: TerraformAppOptions): App {
  const app = new App({ outdir: options.folder, context: {} });
  for (const resolved of environments) placeStacks(app, resolved, options);
  return app;
}

/** How many resources a stack of the app has. */
export const resourcesIn = (app: App, stack: string): number =>
  app.node.findChild(stack).node.findAll().filter(TerraformResource.isTerraformResource).length;

function placeStacks(app: App, resolved: Resolved, { stateFile }: TerraformAppOptions): void {
  const { environment, clusters, shards, services } = resolved;
  const fileOf = (stack: string) => stateFile?.(stack, environment.name);
  const clusterStacks = new Map<Cluster, ClusterStack>();
  for (const cluster of ownedClusters(clusters, 'terraform')) {
    const stateFile = fileOf(clusterStackName(environment.name, cluster.name));
    clusterStacks.set(cluster, new ClusterStack(app, { cluster, environment, stateFile }));
  }
  const shardStacks = new Map<Shard, DataPlaneStack>();
  for (const shard of shards) {
    if (!isTerraforms(shard.cluster)) continue;
    const stack = new DataPlaneStack(app, { shard, stateFile: fileOf(shard.name) });
    shardStacks.set(shard, stack);
    const cluster = clusterStacks.get(shard.cluster);
    if (cluster) stack.addDependency(cluster);
  }
  const ordered = [...shardStacks.keys()].filter(({ cluster }) => dataPlaneOf(cluster).topicsFirst);
  for (const [shard, before] of topicsFirst(ordered))
    for (const other of before) shardStacks.get(shard)?.addDependency(shardStacks.get(other) as DataPlaneStack);
  for (const service of services) {
    const stack = new VendorServiceStack(app, { service, resolved, stateFile: fileOf(service.name) });
    for (const cluster of service.clusters) {
      const before = [
        clusterStacks.get(cluster),
        ...shards.flatMap((one) => (one.cluster === cluster ? shardStacks.get(one) : [])),
      ];
      for (const other of before) if (other) stack.addDependency(other);
    }
  }
}

const isTerraforms = ({ appliedBy }: Cluster) => appliedBy === 'terraform';
