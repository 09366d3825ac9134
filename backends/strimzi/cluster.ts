import type { Construct } from 'constructs';
import { ServerCertificate } from '../../constructs/kubernetes/cert-manager/server-certificate';
import { jmxMetricsConfigOf } from '../../constructs/kubernetes/monitoring/jmx-metrics-config';
import { StrimziKafka } from '../../constructs/kubernetes/strimzi/kafka';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import type { KubernetesClusterBackend } from '../contract';
import { type StrimziSettings, strimziSettings } from './description/cluster';
import { kafkaVersions } from './description/versions';
import { listenerOf } from './listeners';
import { namespacesOf } from './namespaces';
import { quantity } from './quantity';
import { reach } from './reach';
import { listenerCertificate } from './secrets';

/** Kafka by Strimzi's Cluster Operator, with one listener for each way to prove who one is. */
export const strimziCluster: KubernetesClusterBackend = {
  reach,

  place(scope, cluster, { environment }) {
    const { issuer } = strimziSettings(cluster);
    if (issuer) placeCertificate(scope, cluster, environment, issuer);
    placeKafka(scope, cluster, environment);
  },
};

function placeKafka(scope: Construct, cluster: Cluster, environment: Environment): void {
  const settings = strimziSettings(cluster);
  const { namespace, applicationNamespace } = namespacesOf(environment);
  const certificateSecret = settings.issuer ? listenerCertificate(cluster.name) : undefined;
  new StrimziKafka(scope, 'kafka', {
    metadata: { name: cluster.name },
    version: cluster.version,
    metadataVersion: kafkaVersions[cluster.version],
    controllers: controllersOf(settings),
    brokers: brokersOf(cluster, settings),
    listeners: cluster.authentication.map((authentication) => ({
      ...listenerOf(authentication),
      // Beside applications: MirrorMaker and what watches lag.
      namespaces: [applicationNamespace, namespace],
      certificateSecret,
    })),
    rack: settings.rack,
    metricsConfig: jmxMetricsConfigOf(cluster.name),
    // Outside production a Kubernetes cluster may have fewer nodes than the cluster has brokers.
    whenUnsatisfiable: environment.profile === 'production' ? 'DoNotSchedule' : 'ScheduleAnyway',
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

/** Metadata is small, and all of it is kept in memory. https://kafka.apache.org/documentation/#kraft_deployment */
const controllersOf = ({ controllers, storageClass }: StrimziSettings) => ({
  replicas: controllers,
  storage: { size: '20Gi', class: storageClass },
  resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '1Gi' } },
});

/** Memory is reserved whole, so that no neighbour takes the page cache; processors may be borrowed. */
const brokersOf = ({ brokers }: Cluster, { storage, storageClass, memory, cpu }: StrimziSettings) => ({
  replicas: brokers,
  storage: { size: quantity(storage), class: storageClass },
  resources: {
    requests: { cpu: String(cpu), memory: quantity(memory) },
    limits: { memory: quantity(memory) },
  },
});
