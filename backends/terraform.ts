import type { Cluster } from '../model/cluster';
import type { TerraformClusterBackend, TerraformDataPlane } from './contract';
import { eventHubsCluster } from './event-hubs/cluster';
import { eventHubsDataPlane } from './event-hubs/data-plane';
import { kafkaDataPlane } from './kafka/data-plane';
import { mskCluster } from './msk/cluster';
import { mskIamDataPlane, mskScramDataPlane } from './msk/data-plane';

const dataPlanes: Readonly<Record<string, TerraformDataPlane>> = {
  kafka: kafkaDataPlane,
  'event-hubs': eventHubsDataPlane,
  'msk-iam': mskIamDataPlane,
  'msk-scram': mskScramDataPlane,
};

/** By the back end of the cluster. */
const clusters: Readonly<Record<string, TerraformClusterBackend>> = {
  'event-hubs': eventHubsCluster,
  msk: mskCluster,
};

/** The data plane of a cluster that Terraform manages. */
export function dataPlaneOf({ name, dataPlane }: Cluster): TerraformDataPlane {
  const found = dataPlanes[dataPlane];
  if (!found) throw new Error(`no Terraform data plane '${dataPlane}' is registered for the cluster '${name}'`);
  return found;
}

/** What makes a cluster by Terraform. */
export function clusterBackendOf({ name, backend }: Cluster): TerraformClusterBackend {
  const found = clusters[backend];
  if (!found) throw new Error(`no Terraform back end '${backend}' is registered for the cluster '${name}'`);
  return found;
}
