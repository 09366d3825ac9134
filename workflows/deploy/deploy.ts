import { join } from 'node:path';
import { dataPlaneOf } from '../../backends/terraform';
import type { Resolved } from '../../model/resolved';
import type { Progress } from '../failure';
import { environmentFolders, type Folders } from '../folders';
import type { Description } from '../load/description';
import { writeInventory } from '../load/inventory';
import { shardValues } from '../local-environment/values';
import { packageRoot } from '../package-root';
import { synth } from '../synth/synth';
import { deployStacks } from '../terraform/deploy';
import { DeployFailure, type StackResult } from '../terraform/deploy-result';
import { everyStack } from './left-stacks';
import { inventoryAfterDeploy } from './record';

export interface DeployProps {
  readonly resolved: Resolved;
  readonly description: Description;
  readonly folders: Folders;
  /** The environment that Terraform inherits; `TF_VAR_…` in it wins over the secret store. */
  readonly variables: NodeJS.ProcessEnv;
  readonly today: string;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /** Addresses that may be adopted when they exist and no state knows them. Default: what a run of this kit made. */
  readonly adopt?: readonly string[];
  /** Stacks at a time. Default: 2. */
  readonly concurrency?: number;
}

/**
 * Plans, judges and applies every stack of an environment, also one that only its state still knows, and records what
 * bears data in its inventory: what was applied, even when something failed. @throws DeployFailure
 */
export async function deploy(props: DeployProps): Promise<readonly StackResult[]> {
  const { folders, description } = props;
  const resolved = everyStack(props.resolved, folders);
  const { name } = resolved.environment;
  const { stacks } = await synth(resolved, join(folders.project, '.kafka-kit', 'synth'));
  const configs = new Map(stacks.map(({ name: stack, config }) => [stack, config]));
  const units = resolved.shards.map((shard) => {
    const dataPlane = dataPlaneOf(shard.cluster);
    return {
      stack: shard.name,
      config: configs.get(shard.name) ?? '',
      stateFile: environmentFolders(folders, name).terraformState(shard.name),
      createdOnce: dataPlane.createdOnce,
      variables: shardValues(resolved, shard, folders, props.variables),
      dependsOn: [],
      judge: {
        dataBearing: dataPlane.dataBearing,
        losesRecords: dataPlane.losesRecords,
        disposable: resolved.environment.disposable,
        removals: dataPlane.removals(shard),
        approvals: resolved.environment.approvals,
        today: props.today,
      },
    };
  });
  try {
    const results = await deployStacks(units, {
      ...props,
      environment: name,
      providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
    });
    record(resolved, description, results);
    return results;
  } catch (error) {
    if (error instanceof DeployFailure) record(resolved, description, error.stacks);
    throw error;
  }
}

/** Nothing is written where nothing was applied. */
function record(
  { shards }: Resolved,
  { inventory, inventoryFile }: Description,
  results: readonly StackResult[],
): void {
  const after = inventoryAfterDeploy(inventory, shards, results);
  if (after !== inventory) writeInventory(inventoryFile, after);
}
