import { removalsOf } from '../../backends/removals';
import { clusterBackendOf, dataPlaneOf, serviceOf } from '../../backends/terraform';
import { type Cluster, ownedClusters } from '../../model/cluster';
import { clusterStackName } from '../../model/names';
import type { Resolved } from '../../model/resolved';
import { environmentFolders, type Folders } from '../folders';
import { shardValues } from '../local-environment/values';
import type { SynthesizedStack } from '../synth/synth';
import type { DeployUnit } from '../terraform/deploy';

export interface UnitsProps {
  readonly resolved: Resolved;
  readonly stacks: readonly SynthesizedStack[];
  readonly folders: Folders;
  /** `TF_VAR_…` in it wins over the secret store. */
  readonly variables: NodeJS.ProcessEnv;
  readonly today: string;
}

/** Every stack of an environment with what has to be known to apply it: those of clusters, of shards, and of what vendors' services run. */
export function unitsOf({ resolved, stacks, folders, variables, today }: UnitsProps): DeployUnit[] {
  const { environment, clusters, shards, services, plans } = resolved;
  const { disposable, approvals } = environment;
  const judged = { disposable, approvals, today };
  const synthesized = new Map(stacks.map((stack) => [stack.name, stack]));
  const stack = (name: string) => {
    const found = synthesized.get(name);
    if (!found) throw new Error(`the stack '${name}' was not synthesized`);
    const stateFile = environmentFolders(folders, environment.name).terraformState(name);
    return { stack: name, config: found.config, dependsOn: found.dependsOn, stateFile };
  };
  /** What plans of clusters say goes with what bears data. */
  const leaving = (of: readonly Cluster[]) =>
    new Map(
      plans
        .filter((plan) => of.some(({ name }) => name === plan.cluster))
        .flatMap(({ leaves = [] }) => leaves.map((address) => [address, { data: 'destroy' }] as const)),
    );
  return [
    ...ownedClusters(clusters, 'terraform').map((cluster) => ({
      ...stack(clusterStackName(environment.name, cluster.name)),
      createdOnce: new Map(),
      variables: {},
      judge: {
        ...judged,
        dataBearing: clusterBackendOf(cluster).dataBearing,
        removals: leaving([cluster]),
        settingsOf: () => ({}),
      },
    })),
    ...shards
      .filter(({ cluster }) => cluster.appliedBy === 'terraform')
      .map((shard) => {
        const { dataBearing, settingsOf, createdOnce } = dataPlaneOf(shard.cluster);
        return {
          ...stack(shard.name),
          createdOnce,
          variables: shardValues(resolved, shard, folders, variables),
          judge: { ...judged, dataBearing, settingsOf, removals: removalsOf(shard) },
        };
      }),
    ...services.map((service) => ({
      ...stack(service.name),
      createdOnce: new Map(),
      variables: {},
      judge: {
        ...judged,
        dataBearing: serviceOf(service).dataBearing,
        removals: leaving(service.clusters),
        settingsOf: () => ({}),
      },
    })),
  ];
}
