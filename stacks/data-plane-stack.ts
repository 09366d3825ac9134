import { LocalBackend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { dataPlaneOf } from '../backends/terraform';
import type { Shard } from '../model/resolved';

export interface DataPlaneStackProps {
  readonly shard: Shard;
  /** The file that holds the stack's state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** The part of a cluster's data plane that one team's changes touch, with a state of its own. */
export class DataPlaneStack extends TerraformStack {
  constructor(scope: Construct, { shard, stateFile }: DataPlaneStackProps) {
    super(scope, shard.name);
    this.addOverride('terraform.required_version', '>= 1.11.0');
    // Without a backend cdktf writes one with an absolute path of its own.
    const backend = new LocalBackend(this, {});
    backend.addOverride('path', stateFile);
    dataPlaneOf(shard.cluster).place(this, shard);
  }
}
