import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { clusterBackendOf } from '../backends/terraform';
import type { Cluster } from '../model/cluster';
import type { Environment } from '../model/environment';
import { clusterStackName } from '../model/names';
import { placeTerraformSettings } from './terraform-settings';

export interface ClusterStackProps {
  readonly cluster: Cluster;
  readonly environment: Environment;
  /** The file that holds a local state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** A cluster that the kit owns, with a state of its own: topics come and go without touching it. */
export class ClusterStack extends TerraformStack {
  constructor(scope: Construct, { cluster, environment, stateFile }: ClusterStackProps) {
    super(scope, clusterStackName(environment.name, cluster.name));
    placeTerraformSettings(this, { environment, stateFile });
    clusterBackendOf(cluster).place(this, cluster, environment);
  }
}
