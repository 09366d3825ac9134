import { type Bridge, bridgeService } from '../../model/bridge';
import { manifestFile } from '../../model/kubernetes-unit';
import type { Resolved } from '../../model/resolved';
import { registryAddress, registryTopics, type SchemaRegistry } from '../../model/schema-registry';
import { type Workload, workloadChart } from '../../model/workload';
import { aboutConnectCluster } from './connect-explanation';
import type { Explanation } from './lines';

/** What runs beside a cluster: what it is, what its user may do, and where it is. Any other application is explained as it was. */
export function workloadExplanation(
  resolved: Resolved,
  name: string,
  application: Explanation | undefined,
): Explanation | undefined {
  const { workload, cluster = '' } = resolved.applications.get(name) ?? {};
  const about = workload && aboutOf[workload.kind](name, resolved);
  if (!application || !about) return application;
  const { application: _, about: __, ...user } = application;
  const file = workloadFile(resolved, workload, cluster);
  return { ...about, ...user, ...(file ? { manifests: [file, user.manifests ?? []].flat() } : {}) };
}

/** The file of manifests that holds a workload; none where Kubernetes does not run its cluster. */
export const workloadFile = (
  { clusters, environment }: Resolved,
  workload: Pick<Workload, 'kind' | 'name'>,
  cluster: string,
) =>
  clusters.get(cluster)?.appliedBy === 'kubernetes'
    ? manifestFile(cluster, environment.kubernetes?.namespace, workloadChart(workload))
    : undefined;

const aboutOf = {
  // Its two users are applications; it has an explanation of its own name.
  replication: () => undefined,
  'connect-cluster': (name, resolved) => {
    const connectCluster = resolved.connectClusters.get(name);
    return connectCluster && aboutConnectCluster(connectCluster, resolved);
  },
  bridge: (name, { bridges, environment: { kubernetes } }) => {
    const bridge = bridges.get(name);
    return bridge && kubernetes && aboutBridge(bridge, kubernetes.namespace);
  },
  'schema-registry': (name, { schemaRegistries, environment: { kubernetes } }) => {
    const registry = schemaRegistries.get(name);
    return registry && kubernetes && aboutRegistry(registry, kubernetes.namespace);
  },
} as const satisfies Record<Workload['kind'], (name: string, resolved: Resolved) => Explanation | undefined>;

/** Neither of them has users: the namespace is all that tells its callers apart. */
const askedNobody = 'it asks nobody who he is';

const aboutBridge = ({ name, port, issuer, allowedOrigins, clients, instances }: Bridge, namespace: string) => ({
  bridge: name,
  about: `HTTP bridge: ${askedNobody}, so all that reach it are its user`,
  address: `${issuer ? 'https' : 'http'}://${bridgeService(name)}.${namespace}.svc:${port}`,
  'reached from': clients.map((client) => `the namespace ${client}`),
  ...(allowedOrigins.length > 0 ? { 'called by pages of': allowedOrigins } : {}),
  instances: String(instances),
});

function aboutRegistry(registry: SchemaRegistry, namespace: string) {
  const { journal, events } = registryTopics(registry.name);
  return {
    'schema registry': registry.name,
    about: `Apicurio Registry: ${askedNobody}, so all that reach it may change schemas`,
    address: registryAddress(registry, namespace),
    'reached from': registry.clients.map((client) => `the namespace ${client}`),
    instances: String(registry.instances),
    remembers: `in ${journal}, and tells in ${events} what has changed`,
  };
}
