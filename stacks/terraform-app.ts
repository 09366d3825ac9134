import { App } from 'cdktf';
import type { Resolved } from '../model/resolved';
import { DataPlaneStack } from './data-plane-stack';

export interface TerraformAppOptions {
  /** Where `cdk.tf.json` files go: `<folder>/stacks/<stack>/cdk.tf.json`. */
  readonly folder: string;
  /** Where each stack's state lives. Default: given when a stack is initialised. */
  readonly stateFile?: (stack: string, environment: string) => string;
}

/** The cdktf app of some environments: a stack per shard. */
export function terraformApp(environments: readonly Resolved[], { folder, stateFile }: TerraformAppOptions): App {
  const app = new App({ outdir: folder, context: {} });
  for (const { environment, shards } of environments)
    for (const shard of shards)
      new DataPlaneStack(app, { shard, stateFile: stateFile?.(shard.name, environment.name) });
  return app;
}
