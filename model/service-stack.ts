import type { Cluster } from './cluster';
import type { ConnectCluster } from './connect-cluster';
import type { Environment } from './environment';
import type { Replication } from './replication';
import { type ServiceName, serviceNames } from './workload';

/** What a vendor's service runs, in a stack and with a state of its own. */
export interface ServiceStack {
  /** `prod-pipeline--connect`; no described name has two dashes in a row, so it is never taken for a shard's. */
  readonly name: string;
  readonly service: ServiceName;
  /** The Connect cluster, the replication, or the cluster of registries. Absent: it is described no longer, and what is left of it is taken back. */
  readonly noun?: string;
  /** It is applied after these and all that is on them; in the region of the first it is made. */
  readonly clusters: readonly [Cluster, ...Cluster[]];
}

const endings = {
  'msk-connect': 'connect',
  'msk-replicator': 'replicator',
  glue: 'glue',
} as const satisfies Record<ServiceName, string>;

const serviceStackName = (environment: string, noun: string, service: ServiceName): string =>
  `${environment}-${noun}--${endings[service]}`;

export interface Served {
  readonly environment: Pick<Environment, 'name'>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
  readonly replications: ReadonlyMap<string, Replication>;
}

/** Everything that vendors' services run in an environment. */
export function serviceStacks({ environment, clusters, connectClusters, replications }: Served): ServiceStack[] {
  const stack = (noun: string, service: ServiceName, ...names: readonly string[]): ServiceStack[] => {
    const [first, ...others] = names.flatMap((name) => clusters.get(name) ?? []);
    return first
      ? [{ name: serviceStackName(environment.name, noun, service), service, noun, clusters: [first, ...others] }]
      : [];
  };
  return [
    ...[...connectClusters.values()].flatMap(({ name, cluster, service }) =>
      service === undefined ? [] : stack(name, service, cluster),
    ),
    ...[...replications.values()].flatMap(({ name, from, to, service }) =>
      service === undefined ? [] : stack(name, service, to, from),
    ),
    ...[...clusters.values()].flatMap(({ name, services }) =>
      services?.registries === undefined ? [] : stack(name, services.registries, name),
    ),
  ];
}

/** Of a stack that is described no longer, what it was: where its name, or the environment, leaves only one cluster. */
export function leftServiceStack(
  name: string,
  { environment, clusters }: Pick<Served, 'environment' | 'clusters'>,
): ServiceStack | undefined {
  const service = serviceNames.find((one) => name.endsWith(`--${endings[one]}`));
  if (service === undefined || !name.startsWith(`${environment.name}-`)) return undefined;
  const able = [...clusters.values()].filter(({ services }) => services !== undefined);
  const named = able.filter((cluster) => serviceStackName(environment.name, cluster.name, service) === name);
  const [only, ...others] = named.length > 0 ? named : able;
  return only && others.length === 0 ? { name, service, clusters: [only] } : undefined;
}
