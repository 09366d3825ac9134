import type { Construct } from 'constructs';
import { ServerCertificate } from '../../constructs/kubernetes/cert-manager/server-certificate';
import { jmxMetricsConfigOf } from '../../constructs/kubernetes/monitoring/jmx-metrics-config';
import { StrimziKafka } from '../../constructs/kubernetes/strimzi/kafka';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { Resolved } from '../../model/resolved';
import { parseDuration } from '../../model/units';
import type { KubernetesClusterBackend } from '../contract';
import { quotasOf } from './broker-quota';
import { cruiseControlOf } from './cruise-control';
import { strimziSettings } from './description/cluster';
import { listenersOf } from './listeners';
import { namespacesOf } from './namespaces';
import { strimziPools } from './pools';
import { reach } from './reach';
import { listenerCertificate } from './secrets';
import { tieredStorageOf } from './tiered-storage';

/** Kafka by Strimzi's Cluster Operator. */
export const strimziCluster: KubernetesClusterBackend = {
  reach,

  place(scope, cluster, resolved) {
    const { issuer } = strimziSettings(cluster);
    if (issuer) placeCertificate(scope, cluster, resolved.environment, issuer);
    placeKafka(scope, cluster, resolved);
  },
};

function placeKafka(scope: Construct, cluster: Cluster, resolved: Resolved): void {
  const { environment } = resolved;
  const settings = strimziSettings(cluster);
  const { metadataVersion, authorization, superUsers, config, image, rack, priorityClass } = settings;
  new StrimziKafka(scope, 'kafka', {
    metadata: { name: cluster.name },
    version: cluster.version,
    metadataVersion,
    pools: strimziPools(cluster, environment),
    listeners: listenersOf(cluster, resolved),
    authorization,
    superUsers,
    config,
    image,
    rack,
    // Outside production a Kubernetes cluster may have fewer nodes than the cluster has brokers.
    whenUnsatisfiable: environment.profile === 'production' ? 'DoNotSchedule' : 'ScheduleAnyway',
    initialDelaySeconds: settings.startsWithin && Math.ceil(parseDuration(settings.startsWithin) / 1000),
    // What evicts nothing by itself asks the Drain Cleaner, which restarts pods one by one.
    maxUnavailable: settings.drainCleaner === 'legacy' ? 0 : 1,
    priorityClass,
    metricsConfig: jmxMetricsConfigOf(cluster.name),
    cruiseControl: cruiseControlOf(cluster),
    tieredStorage: tieredStorageOf(cluster),
    quotas: quotasOf(cluster),
  });
}

/** The names by which brokers and the bootstrap Service are called from inside of the Kubernetes cluster. */
function placeCertificate(scope: Construct, { name }: Cluster, environment: Environment, issuer: string): void {
  const { namespace } = namespacesOf(environment);
  const services = [`${name}-kafka-bootstrap`, `*.${name}-kafka-brokers`];
  new ServerCertificate(scope, 'certificate', {
    metadata: { name: listenerCertificate(name) },
    secretName: listenerCertificate(name),
    dnsNames: services.flatMap((service) => [
      `${service}.${namespace}.svc`,
      `${service}.${namespace}.svc.cluster.local`,
    ]),
    issuer: { name: issuer, kind: 'ClusterIssuer' },
  });
}
