import { millisecondsOfDay } from '../../../model/days';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import type { Topic } from '../../../model/topic';
import { formatSize } from '../../../model/units';
import { diskProblem, growthProblem } from '../../../render/msk/cluster-bounds';
import { throughputProblem } from '../../../render/msk/provisioned-throughput';
import { mskClusters } from './clusters';
import { regionsRead, regionsWithoutAutoscaling, regionsWithoutTiers } from './regions';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const gibibyte = 2 ** 30;

export const disksGrowWithinBounds: Rule = {
  code: 'KFK-K325',
  severity: 'error',
  title: 'Disks of MSK brokers that grow by themselves grow within what MSK allows',
  source: `${guide}/msk-autoexpand-details.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { storageAutoscaling, volumeSize, region, kind } = mskSettings(cluster);
      if (!storageAutoscaling || kind !== 'standard') continue;
      const { maximum: maxVolumeSize, target: targetUtilization } = storageAutoscaling;
      const problem = diskProblem(volumeSize)
        ? undefined
        : growthProblem({ volumeSize, maxVolumeSize, targetUtilization });
      if (problem)
        yield at(cluster, 'storageAutoscaling')
          .problem(problem)
          .fix(`write maximum: above '${volumeSize}GiB', at most '16384GiB', and target: 10 to 80`);
      if (regionsWithoutAutoscaling.has(region))
        yield at(cluster, 'storageAutoscaling')
          .problem(`disks do not grow by themselves in ${region}, as of ${regionsRead}: ${guide}/msk-autoexpand.html`)
          .fix('leave it out, and let storage be large enough');
    }
  },
};

export const throughputOfBrokers: Rule = {
  code: 'KFK-K326',
  severity: 'error',
  title: "The provisioned throughput of an MSK broker's disk is what its size has",
  source: `${guide}/msk-provision-throughput-management.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { throughput, instance: instanceType, volumeSize, kind } = mskSettings(cluster);
      if (throughput === undefined || kind !== 'standard') continue;
      const problem = throughputProblem({ instanceType, volumeThroughput: throughput, volumeSize });
      if (problem) yield at(cluster, 'throughput').problem(problem).fix('leave it out, or use larger brokers');
    }
  },
};

export const bornSizeStays: Rule = {
  code: 'KFK-K327',
  severity: 'error',
  title: 'What the disks of an MSK cluster were born with stays as it was where they grow by themselves',
  source: 'Terraform leaves the size of disks alone that grow by themselves, or it would ask MSK to shrink them',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { storageAutoscaling, volumeSize } = mskSettings(cluster);
      const recorded = draft.inventory.clusters?.[cluster.name]?.pools.broker?.volumes[0]?.size;
      if (!storageAutoscaling || recorded === undefined || recorded === volumeSize * gibibyte) continue;
      yield at(cluster, 'storage')
        .problem(
          `the cluster was applied with ${formatSize(recorded)}; with storageAutoscaling nothing would change it`,
        )
        .fix(`write storage: '${recorded / gibibyte}GiB', and raise storageAutoscaling.maximum`);
    }
  },
};

const threeDays = 3 * millisecondsOfDay;

/** What MSK takes of a segment that it may move: https://docs.aws.amazon.com/msk/latest/developerguide/msk-guidelines-tiered-storage-topic-level-config.html */
const leastOfSegment = { 'segment.bytes': 48 * 2 ** 20, 'segment.ms': 10 * 60_000 } as const;

export const tieredTopics: Rule = {
  code: 'KFK-K328',
  severity: 'error',
  title:
    "A topic in MSK's tiered storage is not compacted, keeps records for three days or more, and some of them elsewhere",
  source: `${guide}/msk-tiered-storage.html, ${guide}/msk-guidelines-tiered-storage-topic-level-config.html`,
  *check(draft) {
    const tiered = new Set(mskClusters(draft).filter((cluster) => mskSettings(cluster).tieredStorage));
    for (const topic of draft.topics.values()) {
      const cluster = draft.clusters.get(topic.cluster);
      if (cluster && tiered.has(cluster) && topic.config['remote.storage.enable'] === 'true')
        yield* problemsOfTiered(topic);
    }
  },
};

function* problemsOfTiered(topic: Topic) {
  const { cleanup, retention, config } = topic;
  if (cleanup !== 'delete')
    yield at(topic, 'cleanup')
      .problem(`'${cleanup}' and tiered storage do not go together on MSK`)
      .fix("use cleanup: 'delete', or leave 'remote.storage.enable' out");
  if (retention >= 0 && retention < threeDays)
    yield at(topic, 'retention')
      .problem('MSK keeps what is in tiered storage for three days at the least')
      .fix("write retention: '3d' or more");
  const local = Number(config['local.retention.ms'] ?? -2);
  if (local >= 0 && retention >= 0 && local >= retention)
    yield at(topic, 'config', 'local.retention.ms')
      .problem(`brokers would keep ${local} ms, and the topic ${retention}: nothing would be elsewhere alone`)
      .fix('write less than its retention, or leave it out');
  for (const [name, least] of Object.entries(leastOfSegment))
    if (Number(config[name] ?? least) < least)
      yield at(topic, 'config', name)
        .problem(`MSK moves no segments of ${config[name]}: ${least} is the least`)
        .fix('write as much, or leave it out');
}

export const tieredDefaultIsDelete: Rule = {
  code: 'KFK-K342',
  severity: 'error',
  title: 'An MSK cluster with tiered storage compacts no topic by default',
  source: `${guide}/msk-configuration-properties.html: log.cleanup.policy`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { tieredStorage, configuration } = mskSettings(cluster);
      const policy = configuration['log.cleanup.policy'];
      if (tieredStorage && policy !== undefined && policy !== 'delete')
        yield at(cluster, 'configuration', 'log.cleanup.policy')
          .problem(`'${policy}' is refused where there is tiered storage`)
          .fix("leave it out, and write cleanup: 'compact' of topics without tiers");
    }
  },
};

export const tiersInRegion: Rule = {
  code: 'KFK-K329',
  severity: 'error',
  waivable: true,
  title: 'The region of an MSK cluster with tiered storage has it',
  source: `${guide}/msk-tiered-storage.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { tieredStorage, region } = mskSettings(cluster);
      if (tieredStorage && regionsWithoutTiers.has(region))
        yield at(cluster, 'tieredStorage')
          .problem(`MSK has no tiered storage in ${region}, as of ${regionsRead}`)
          .fix('leave it out');
    }
  },
};

export const storageRules: readonly Rule[] = [
  disksGrowWithinBounds,
  throughputOfBrokers,
  bornSizeStays,
  tieredTopics,
  tieredDefaultIsDelete,
  tiersInRegion,
];
