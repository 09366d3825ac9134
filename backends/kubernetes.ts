import type { Cluster } from '../model/cluster';
import type { DataPlane, KubernetesClusterBackend } from './contract';
import { strimziCluster } from './strimzi/cluster';
import { strimziDataPlane } from './strimzi/data-plane';

const dataPlanes: Readonly<Record<string, DataPlane>> = { strimzi: strimziDataPlane };

/** By the back end of the cluster. */
const clusters: Readonly<Record<string, KubernetesClusterBackend>> = { strimzi: strimziCluster };

/** The data plane of a cluster that Kubernetes operators manage. */
export function dataPlaneOf({ name, dataPlane }: Cluster): DataPlane {
  const found = dataPlanes[dataPlane];
  if (!found) throw new Error(`no Kubernetes data plane '${dataPlane}' is registered for the cluster '${name}'`);
  return found;
}

/** What makes a cluster by Kubernetes operators. */
export function clusterBackendOf({ name, backend }: Cluster): KubernetesClusterBackend {
  const found = clusters[backend];
  if (!found) throw new Error(`no Kubernetes back end '${backend}' is registered for the cluster '${name}'`);
  return found;
}
