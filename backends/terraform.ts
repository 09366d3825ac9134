import type { Cluster } from '../model/cluster';
import type { DataPlane } from './contract';
import { kafkaDataPlane } from './kafka/data-plane';

const dataPlanes: Readonly<Record<string, DataPlane>> = { kafka: kafkaDataPlane };

/** The data plane of a cluster that Terraform manages. */
export function dataPlaneOf({ name, dataPlane }: Cluster): DataPlane {
  const found = dataPlanes[dataPlane];
  if (!found) throw new Error(`no Terraform data plane '${dataPlane}' is registered for the cluster '${name}'`);
  return found;
}
