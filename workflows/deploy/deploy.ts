import { join } from 'node:path';
import type { Resolved } from '../../model/resolved';
import type { Progress } from '../failure';
import type { Folders } from '../folders';
import type { Description } from '../load/description';
import { writeInventory } from '../load/inventory';
import { packageRoot } from '../package-root';
import { synth } from '../synth/synth';
import { deployStacks } from '../terraform/deploy';
import { DeployFailure, type StackResult } from '../terraform/deploy-result';
import { everyStack } from './left-stacks';
import { inventoryAfterDeploy } from './record';
import { unitsOf } from './units';

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
  const units = unitsOf({ ...props, resolved, stacks });
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
