import type { Cluster } from '../model/cluster';
import type { TerraformClusterBackend, TerraformDataPlane } from './contract';
import { kafkaDataPlane } from './kafka/data-plane';

const dataPlanes: Readonly<Record<string, TerraformDataPlane>> = {
  kafka: kafkaDataPlane,
};

/** By the back end of the cluster. */
const clusters: Readonly<Record<string, TerraformClusterBackend>> = {};

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
