import type { Cluster } from '../model/cluster';
import type { TerraformClusterBackend, TerraformDataPlane } from './contract';

/**
 * By the data plane of a cluster. Each is loaded when a cluster first asks for it: a provider's bindings cost more than
 * most platforms.
 */
const dataPlanes: Readonly<Record<string, () => TerraformDataPlane>> = {
  kafka: () => (require('./kafka/data-plane') as typeof import('./kafka/data-plane')).kafkaDataPlane,
  'event-hubs': () =>
    (require('./event-hubs/data-plane') as typeof import('./event-hubs/data-plane')).eventHubsDataPlane,
  'msk-iam': () => (require('./msk/data-plane') as typeof import('./msk/data-plane')).mskIamDataPlane,
  'msk-acl': () => (require('./msk/data-plane') as typeof import('./msk/data-plane')).mskAclDataPlane,
};

/** By the back end of a cluster. */
const clusters: Readonly<Record<string, () => TerraformClusterBackend>> = {
  'event-hubs': () => (require('./event-hubs/cluster') as typeof import('./event-hubs/cluster')).eventHubsCluster,
  msk: () => (require('./msk/cluster') as typeof import('./msk/cluster')).mskCluster,
};

/** The data plane of a cluster that Terraform manages. */
export function dataPlaneOf({ name, dataPlane }: Cluster): TerraformDataPlane {
  const found = dataPlanes[dataPlane];
  if (!found) throw new Error(`no Terraform data plane '${dataPlane}' is registered for the cluster '${name}'`);
  return found();
}

/** What makes a cluster by Terraform. */
export function clusterBackendOf({ name, backend }: Cluster): TerraformClusterBackend {
  const found = clusters[backend];
  if (!found) throw new Error(`no Terraform back end '${backend}' is registered for the cluster '${name}'`);
  return found();
}
