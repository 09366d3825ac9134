import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { placeMoves } from '../backends/moves';
import { dataPlaneOf } from '../backends/terraform';
import type { Shard } from '../model/resolved';
import { placeTerraformSettings } from './terraform-settings';

export interface DataPlaneStackProps {
  readonly shard: Shard;
  /** The file that holds a local state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** The part of a cluster's data plane that one team's changes touch, with a state of its own. */
export class DataPlaneStack extends TerraformStack {
  constructor(scope: Construct, { shard, stateFile }: DataPlaneStackProps) {
    super(scope, shard.name);
    placeTerraformSettings(this, { environment: shard.environment, stateFile });
    dataPlaneOf(shard.cluster).place(this, shard);
    placeMoves(this, shard);
  }
}
