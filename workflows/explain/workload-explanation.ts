import { type Bridge, bridgeChart, bridgeService } from '../../model/bridge';
import { manifestFile } from '../../model/kubernetes-unit';
import type { Resolved } from '../../model/resolved';
import { registryAddress, registryChart, registryTopics, type SchemaRegistry } from '../../model/schema-registry';
import { aboutConnectCluster } from './connect-explanation';
import type { Explanation } from './lines';

/** What runs beside a cluster: what its user may do, and who reaches it. Nothing changes for any other application. */
export function asCalled(
  resolved: Resolved,
  name: string,
  explanation: Explanation | undefined,
): Explanation | undefined {
  const kind = resolved.applications.get(name)?.workload?.kind;
  if (!explanation) return undefined;
  const { application: _, about: __, ...user } = explanation;
  const namespace = resolved.environment.kubernetes?.namespace ?? '';
  const bridge = kind === 'bridge' ? resolved.bridges.get(name) : undefined;
  const inFiles = (chart: string, cluster: string) => ({
    manifests: [manifestFile(cluster, namespace, chart), user.manifests ?? []].flat(),
  });
  if (bridge) return { ...aboutBridge(bridge, namespace), ...user, ...inFiles(bridgeChart(name), bridge.cluster) };
  const registry = kind === 'schema-registry' ? resolved.schemaRegistries.get(name) : undefined;
  if (registry)
    return { ...aboutRegistry(registry, namespace), ...user, ...inFiles(registryChart(name), registry.cluster) };
  const connect = kind === 'connect-cluster' ? resolved.connectClusters.get(name) : undefined;
  if (connect) return { ...aboutConnectCluster(connect, resolved), ...user };
  return explanation;
}

/** Neither of them has users: the namespace is all that tells its callers apart. */
const askedNobody = 'it asks nobody who he is';

const aboutBridge = ({ name, port, certificate, allowedOrigins, clients, instances }: Bridge, namespace: string) => ({
  bridge: name,
  about: `HTTP bridge: ${askedNobody}, so all that reach it are its user`,
  address: `${certificate ? 'https' : 'http'}://${bridgeService(name)}.${namespace}.svc:${port}`,
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
