import type { Cluster } from '../model/cluster';
import type { ServiceStack } from '../model/service-stack';
import type { ServiceName } from '../model/workload';
import type { TerraformClusterBackend, TerraformDataPlane, TerraformService } from './contract';

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
  'msk-serverless': () => (require('./msk/data-plane') as typeof import('./msk/data-plane')).mskServerlessDataPlane,
};

/** By the back end of a cluster. */
const clusters: Readonly<Record<string, () => TerraformClusterBackend>> = {
  'event-hubs': () => (require('./event-hubs/cluster') as typeof import('./event-hubs/cluster')).eventHubsCluster,
  msk: () => (require('./msk/cluster') as typeof import('./msk/cluster')).mskCluster,
};

/** By the service of a vendor. */
const services: Readonly<Record<ServiceName, () => TerraformService>> = {
  'msk-connect': () => (require('./msk/connect') as typeof import('./msk/connect')).mskConnect,
  'msk-replicator': () => (require('./msk/replicator') as typeof import('./msk/replicator')).mskReplicator,
  glue: () => (require('./msk/glue') as typeof import('./msk/glue')).glue,
};

/** What makes a workload that a vendor's service runs. */
export const serviceOf = ({ service }: ServiceStack): TerraformService => services[service]();

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
