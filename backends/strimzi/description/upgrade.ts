import type { ClusterRecord } from '../../../model/cluster-record';
import type { ClusterPlan, ScaledCluster } from '../../../model/scale';
import { strimziSettings } from './cluster';
import { isNewer, isOlderKafka, kafkaVersions } from './versions';

/**
 * An upgrade in two stages: Kafka's version first, which may be taken back as long as the metadata version stays, and
 * the metadata version once everybody is content. https://strimzi.io/docs/operators/latest/deploying.html#proc-upgrade-kafka-kraft-str
 */
export function upgradePlans(cluster: ScaledCluster, recorded: ClusterRecord | undefined): ClusterPlan[] {
  const before = recorded ?? { version: cluster.version, metadataVersion: undefined };
  if (isOlderKafka(before.version, cluster.version)) return [upgrade(cluster, before)];
  if (isOlderKafka(cluster.version, before.version)) return [takenBack(cluster, before)];
  const now = strimziSettings(cluster).metadataVersion;
  const latest = kafkaVersions[cluster.version] ?? now;
  return [
    ...(before.metadataVersion && isNewer(now, before.metadataVersion)
      ? [raised(cluster, before.metadataVersion)]
      : []),
    ...(isNewer(latest, now) ? [unfinished(cluster)] : []),
  ];
}

type Versions = Pick<ClusterRecord, 'version' | 'metadataVersion'>;

const statusOf = (cluster: ScaledCluster, field: string): string =>
  `kubectl get kafka ${cluster.name} -o jsonpath='{.status.${field}}'`;

const oneWay = (metadataVersion: string): string =>
  `once the metadata version is ${metadataVersion} no older version of Kafka starts on these disks: it cannot be taken back`;

const lastSteps = (cluster: ScaledCluster): string[] => {
  const latest = kafkaVersions[cluster.version] ?? '';
  return [
    `when clients have run for as long as you would wait to take it back, write metadataVersion: '${latest}', or remove it, and apply`,
    `check: ${statusOf(cluster, 'kafkaMetadataVersion')} prints ${latest}`,
  ];
};

function upgrade(cluster: ScaledCluster, before: Versions): ClusterPlan {
  const now = strimziSettings(cluster).metadataVersion;
  const stays = before.metadataVersion === undefined || !isNewer(now, before.metadataVersion);
  return {
    kind: 'version',
    field: ['version'],
    change: `Kafka ${cluster.version} instead of ${before.version}`,
    steps: [
      ...(strimziSettings(cluster).image ? [`make sure that image is one of Kafka ${cluster.version}`] : []),
      `write version: '${cluster.version}' and metadataVersion: '${before.metadataVersion ?? now}', and apply: Strimzi restarts controllers and brokers one by one`,
      `check: ${statusOf(cluster, 'kafkaVersion')} prints ${cluster.version}, no partition is under-replicated, and clients read and write`,
      `to take it back, write version: '${before.version}' and apply`,
      ...lastSteps(cluster),
    ],
    ...(stays
      ? { warns: [oneWay(kafkaVersions[cluster.version] ?? '')] }
      : { warns: [`it raises the metadata version at once, from ${before.metadataVersion}: ${oneWay(now)}`] }),
  };
}

const takenBack = (cluster: ScaledCluster, before: Versions): ClusterPlan => ({
  kind: 'version',
  field: ['version'],
  change: `Kafka ${cluster.version} again instead of ${before.version}`,
  steps: [
    `apply: the metadata version ${before.metadataVersion} is one that ${cluster.version} knows`,
    `check: ${statusOf(cluster, 'kafkaVersion')} prints ${cluster.version}`,
  ],
});

const raised = (cluster: ScaledCluster, before: string): ClusterPlan => {
  const now = strimziSettings(cluster).metadataVersion;
  return {
    kind: 'version',
    field: ['metadataVersion'],
    change: `metadata version ${now} instead of ${before}`,
    steps: [
      `before: ${statusOf(cluster, 'kafkaVersion')} prints ${cluster.version}`,
      'apply: the operator raises it; nothing restarts',
      `check: ${statusOf(cluster, 'kafkaMetadataVersion')} prints ${now}`,
    ],
    warns: [oneWay(now)],
  };
};

const unfinished = (cluster: ScaledCluster): ClusterPlan => ({
  kind: 'version',
  field: ['metadataVersion'],
  change: `the metadata version is still ${strimziSettings(cluster).metadataVersion}: the upgrade to Kafka ${cluster.version} may be taken back`,
  steps: lastSteps(cluster),
  warns: [oneWay(kafkaVersions[cluster.version] ?? '')],
});
