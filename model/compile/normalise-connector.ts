import type { ConnectCluster, ConnectClusterInput } from '../connect-cluster';
import type { ConnectorInput, DescribedConnector } from '../connector';
import { parseSize } from '../units';
import { type NormaliseContext, provesBySecret, type Written } from './normalise-context';

/** Decides every default of a connector but what `postgres` stands for, which a pattern does. */
export function normaliseConnector(
  { name, said, origin }: Written<ConnectorInput>,
  { onlyConnectCluster }: NormaliseContext,
): DescribedConnector {
  return {
    name,
    owner: said.owner,
    description: said.description,
    connectCluster: said.connectCluster ?? onlyConnectCluster ?? '',
    plugin: said.plugin,
    class: said.class ?? '',
    tasks: said.tasks ?? 1,
    state: said.state ?? 'running',
    config: Object.fromEntries(Object.entries(said.config ?? {}).map(([key, value]) => [key, String(value)])),
    secrets: said.secrets ?? {},
    said,
    origin,
  };
}

/** Decides every default of a Connect cluster but the plugins of an image that is built, which its connectors decide. */
export function normaliseConnectCluster(
  { name, said, origin }: Written<ConnectClusterInput>,
  context: NormaliseContext,
): ConnectCluster {
  const cluster = said.cluster ?? context.onlyCluster ?? '';
  return {
    name,
    owner: said.owner,
    cluster,
    instances: said.instances ?? 2,
    image: said.image,
    build: said.build,
    plugins: [...(said.plugins ?? [])].sort(),
    memory: context.quantities.size(said.memory, origin, 'memory') ?? parseSize('2GiB'),
    cpu: said.cpu ?? 0.5,
    rack: said.rack,
    authentication: said.authentication ?? provesBySecret(cluster, context),
    config: Object.fromEntries(Object.entries(said.config ?? {}).map(([key, value]) => [key, String(value)])),
    origin,
  };
}
