import { readFileSync } from 'node:fs';
import type { Cluster } from '../../model/cluster';
import { connectionVariable } from '../../model/names';
import type { ClusterConnection } from '../local/cluster';
import { apiVersions, type BrokerAddress } from './api-versions';
import { contradictions, featuresOf, type ProbedFeatures } from './features';

/** What a cluster's brokers say of themselves. */
export interface Probed {
  readonly features: ProbedFeatures;
  /** Where that differs from what is described. */
  readonly contradictions: readonly string[];
}

/**
 * Asks the brokers of a cluster what they can do: of one on this machine by its connection, of another by
 * `TF_VAR_<cluster>_bootstrap_servers` and `…_ca_certificate`. Nothing when no address is known or no broker answers.
 */
export async function probeCluster(
  cluster: Cluster,
  known: ClusterConnection | undefined,
  variables: NodeJS.ProcessEnv,
): Promise<Probed | undefined> {
  for (const address of addressesOf(cluster, known, variables)) {
    const versions = await apiVersions(address).catch(() => undefined);
    if (!versions) continue;
    const features = featuresOf(versions);
    return { features, contradictions: contradictions(cluster, features) };
  }
  return undefined;
}

function addressesOf(
  cluster: Cluster,
  known: ClusterConnection | undefined,
  variables: NodeJS.ProcessEnv,
): BrokerAddress[] {
  const given = (field: 'bootstrap_servers' | 'ca_certificate') =>
    variables[`TF_VAR_${connectionVariable(cluster.name, field)}`];
  const servers = given('bootstrap_servers') ?? known?.bootstrapServers ?? '';
  const ca = given('ca_certificate') ?? (known && readFileSync(known.caFile, 'utf8'));
  return servers.split(',').flatMap((server) => {
    const [, host, port] = /^(.+):(\d+)$/.exec(server.trim()) ?? [];
    return host && port ? [{ host, port: Number(port), ca }] : [];
  });
}
