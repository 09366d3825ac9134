import type { Construct } from 'constructs';
import { jmxMetricsConfigOf } from '../../constructs/kubernetes/monitoring/jmx-metrics-config';
import { StrimziKafka } from '../../constructs/kubernetes/strimzi/kafka';
import type { Cluster } from '../../model/cluster';
import { isAtLeast } from '../../model/profile';
import type { Resolved } from '../../model/resolved';
import type { KubernetesClusterBackend } from '../contract';
import { quotasOf } from './broker-quota';
import { authoritiesOf, listenerCertificatesOf, placeCertificates } from './certificates';
import { credentialReadsOf } from './credential-reads';
import { cruiseControlOf, placeRebalances } from './cruise-control';
import { strimziSettings } from './description/cluster';
import { externalSecretsOf } from './external-secrets';
import { lagExporterReach } from './lag-exporter';
import { listenersOf } from './listeners';
import { strimziPools } from './pools';
import { reach } from './reach';
import { operatorResources } from './resources';
import { scalerReach } from './scaler';
import { userName } from './users';
import { placeVault } from './vault';

/** Kafka by Strimzi's Cluster Operator. */
export const strimziCluster: KubernetesClusterBackend = {
  reach,
  lagExporterReach,
  certificates: listenerCertificatesOf,
  externalSecrets: externalSecretsOf,
  credentialReads: credentialReadsOf,
  scalerReach,

  place(scope, cluster, resolved) {
    placeCertificates(scope, cluster, resolved.environment);
    placeVault(scope, cluster);
    placeKafka(scope, cluster, resolved);
    placeRebalances(scope, cluster);
  },
};

function placeKafka(scope: Construct, cluster: Cluster, resolved: Resolved): void {
  const { environment } = resolved;
  const settings = strimziSettings(cluster);
  const { metadataVersion, authorization, superUsers, config, image, rack, priorityClass, tolerations } = settings;
  new StrimziKafka(scope, 'kafka', {
    metadata: { name: cluster.name },
    version: cluster.version,
    metadataVersion,
    pools: strimziPools(cluster, environment),
    listeners: listenersOf(cluster, resolved),
    authorization,
    superUsers: superUsers?.map(userName),
    loggers: cluster.auditLoggers,
    config,
    image,
    rack,
    // Outside production a Kubernetes cluster may have fewer nodes than the cluster has brokers.
    whenUnsatisfiable: isAtLeast(environment.profile, 'production') ? 'DoNotSchedule' : 'ScheduleAnyway',
    initialDelaySeconds: settings.initialDelaySeconds,
    // In legacy mode the Drain Cleaner forbids nothing: it sees who asks, the budget refuses, and Strimzi restarts the pod.
    maxUnavailable: settings.drainCleaner === 'legacy' ? 0 : 1,
    priorityClass,
    tolerations,
    ...operatorResources(cluster, resolved),
    metricsConfig: jmxMetricsConfigOf(cluster.name),
    cruiseControl: cruiseControlOf(cluster),
    tieredStorage: settings.tieredStorage,
    quotas: quotasOf(cluster),
    ...authoritiesOf(cluster),
  });
}
