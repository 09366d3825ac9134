import { anewPlans } from '../../../model/another-cluster';
import { own } from '../../../model/by-name';
import type { ClusterRecord, PoolRecord } from '../../../model/cluster-record';
import { heldPlans } from '../../../model/held-plans';
import type { ClusterPlan, Scale, ScaledCluster } from '../../../model/scale';
import { formatSize } from '../../../model/units';
import { throughputProblem } from '../../../render/msk/provisioned-throughput';
import { heldBeside } from './held';
import { brokerIds, emptyCheck, leadersStep, reassignmentSteps } from './reassignment';
import { mskSettings } from './settings';
import { stopsGrowing, turnedOffPlans } from './turned-off';

/** How a cluster changes in scale: MSK makes and takes brokers, and moves nothing between standard ones. */
export const scale: Scale = {
  plansOf(cluster, recorded) {
    const { record } = cluster;
    if (!recorded || !record) return [];
    const anew = anewPlans(cluster, recorded);
    // What is made anew has no brokers to change.
    if (anew.some(({ field }) => field[0] === 'kind')) return anew;
    const pools = { had: own(recorded.pools, 'broker'), now: own(record.pools, 'broker') };
    return [
      ...anew,
      ...versionPlans(cluster, recorded),
      ...(pools.had && pools.now ? poolPlans(cluster, { had: pools.had, now: pools.now, recorded }) : []),
      ...turnedOffPlans(cluster, recorded),
      ...heldPlans(recorded, record, (field) => heldBeside(cluster.name, field)),
    ];
  },

  replicationSteps: (cluster, topic) =>
    movesItself(cluster)
      ? [`keep 3: Express brokers store each record three times, and '${topic}' with them`]
      : [
          `write plan.json by hand, each partition of '${topic}' with its new list of brokers: { "version": 1, "partitions": [{ "topic": "${topic}", "partition": 0, "replicas": [1, 2, 3] }] }`,
          ...reassignmentSteps({ partitionsAtOnce: 10, brokers: 'as in plan.json' }).slice(2),
          'apply the description once it is done, so that it and the cluster say the same: MSK changes no replication factor by it',
        ],
};

const movesItself = (cluster: ScaledCluster): boolean => mskSettings(cluster).kind === 'express';

interface Pools {
  readonly had: PoolRecord;
  readonly now: PoolRecord;
  readonly recorded: ClusterRecord;
}

const poolPlans = (cluster: ScaledCluster, pools: Pools): ClusterPlan[] => [
  ...brokerPlans(cluster, pools),
  ...sizePlans(pools),
  ...volumePlans(cluster, pools),
];

function brokerPlans(cluster: ScaledCluster, { had, now, recorded }: Pools): ClusterPlan[] {
  if (had.nodes === now.nodes) return [];
  const { kind, rebalancing } = mskSettings(cluster);
  const common = {
    kind: 'brokers',
    pool: 'broker',
    field: ['brokers'],
    change: `${now.nodes} brokers instead of ${had.nodes}`,
  } as const;
  // AWS' bounds on one request, of standard and of express brokers.
  const partitionsAtOnce = kind === 'express' ? 20 : 10;
  if (now.nodes < had.nodes)
    return [{ ...common, ...fewer({ had, now, recorded }, { partitionsAtOnce, isRebalanced: rebalancing }) }];
  if (rebalancing)
    return [
      {
        ...common,
        steps: [
          'apply, and wait until the cluster is ACTIVE: intelligent rebalancing moves partitions to the new brokers by itself',
          'check: BytesInPerSec per broker evens out; kafka-reassign-partitions.sh is refused as long as rebalancing is on',
        ],
      },
    ];
  return [
    {
      ...common,
      unfinished: true,
      steps: [
        'apply, and wait until the cluster is ACTIVE: the same number comes in each zone, and gets new partitions only',
        `find their ids, which are the highest: ${brokerIds}`,
        ...reassignmentSteps({ partitionsAtOnce, brokers: '<every id, the new ones too>' }),
        leadersStep,
        'check: UnderReplicatedPartitions is 0, and the disks of all brokers are about as full (KafkaDataLogsDiskUsed)',
      ],
    },
  ];
}

interface Moving {
  readonly partitionsAtOnce: number;
  readonly isRebalanced: boolean;
}

/** MSK takes away those that are empty, and refuses when too few are. Read 2026-11-21: https://docs.aws.amazon.com/msk/latest/developerguide/msk-remove-broker.html */
const fewer = ({ had, now }: Pools, { partitionsAtOnce, isRebalanced }: Moving) => ({
  prepared: true as const,
  steps: [
    `reckon whether ${now.nodes} bear it: partitions for each broker, disk (KafkaDataLogsDiskUsed × ${had.nodes} / ${now.nodes} stays below 85 percent), CPU below 60 percent with one zone away`,
    `choose ${had.nodes - now.nodes} to go, as many in each zone and never its lowest id, with which clients begin: ${brokerIds.replace('.BrokerId', '.[BrokerId,ClientSubnet]')}`,
    ...(isRebalanced
      ? ['rebalancing: false, and apply: as long as it is on, partitions are moved back and the tool is refused']
      : []),
    ...reassignmentSteps({ partitionsAtOnce, brokers: '<ids of those that stay>' }),
    `check that nothing is left on them but __amazon_msk_canary and __amazon_msk_canary_state: ${emptyCheck}`,
    `add a waiver of KFK-I021, write brokers: ${now.nodes} and apply: MSK takes away those that are empty, one in each zone at a time`,
    leadersStep,
    ...(isRebalanced ? ['rebalancing: true, and apply'] : []),
  ],
  warns: [
    'clients that know only the addresses of those that go find no broker when they start: give them those that stay',
  ],
});

function sizePlans({ had, now, recorded }: Pools): ClusterPlan[] {
  if (had.size === undefined || had.size === now.size) return [];
  const throughput = own(recorded.applied, 'throughput');
  return [
    {
      kind: 'size',
      pool: 'broker',
      field: ['instance'],
      change: `${now.size} instead of ${had.size}`,
      steps: [
        ...(throughput !== undefined && !takes(now, Number(throughput))
          ? [
              `leave out 'throughput' alone, apply, and wait until the cluster is ACTIVE: the provider asks for the size first, and ${now.size} has no ${throughput} MiB a second`,
            ]
          : []),
        'before: UnderReplicatedPartitions is 0, and every topic has more replicas than min.insync.replicas',
        'apply, when there is least to do: MSK changes one broker at a time, 10 to 15 minutes each, and clients go on with those that are there',
        'wait until the cluster is ACTIVE: it takes no other change meanwhile',
      ],
      warns: [
        'a broker that is away leaves its load to the others: with CPU above 60 percent before, they do not bear it',
      ],
    },
  ];
}

/** Whether brokers of a size have the throughput that disks were given. */
const takes = ({ size = '', volumes }: PoolRecord, volumeThroughput: number): boolean =>
  throughputProblem({ instanceType: size, volumeThroughput, volumeSize: (own(volumes, '0')?.size ?? 0) / 2 ** 30 }) ===
  undefined;

function volumePlans(cluster: ScaledCluster, { had, now, recorded }: Pools): ClusterPlan[] {
  const [before, after] = [own(had.volumes, '0')?.size, own(now.volumes, '0')?.size];
  if (before === undefined || after === undefined || before === after) return [];
  const common = {
    pool: 'broker',
    field: ['storage'],
    change: `${formatSize(after)} instead of ${formatSize(before)} on each broker`,
  };
  if (after < before)
    return [
      {
        ...common,
        kind: 'volume-shrunk',
        impossible: 'MSK shrinks no disk',
        steps: [
          `write ${formatSize(before)} or more`,
          'where it costs too much: fewer brokers, tiered storage, or another cluster to which records are replicated',
        ],
      },
    ];
  // How large they are is not known, and another plan says how it is found.
  if (stopsGrowing(cluster, recorded)) return [];
  return [
    {
      ...common,
      kind: 'volume-grown',
      steps: [
        'apply: the disks grow while brokers run, and there is room at once',
        'wait: MSK takes the next growth six hours later at the earliest, and only once it has settled this one, which may take a day',
      ],
      warns: ['it never shrinks again'],
    },
  ];
}

/** `3.9` before `4.0`; a version that is no number is as it was. */
const isOlder = (one: string, other: string): boolean => {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [one, other].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  return a < c || (a === c && b < d);
};

function versionPlans({ name, version }: ScaledCluster, recorded: ClusterRecord): ClusterPlan[] {
  if (version === recorded.version) return [];
  const common = {
    kind: 'version',
    field: ['version'],
    change: `Kafka ${version} instead of ${recorded.version}`,
  } as const;
  if (isOlder(version, recorded.version))
    return [
      {
        ...common,
        impossible: `MSK goes back to no older version, and its provider would make another cluster of '${name}', without records`,
        steps: [`write version: '${recorded.version}'`],
      },
    ];
  return [
    {
      ...common,
      steps: [
        `before: UnderReplicatedPartitions is 0, every topic has more replicas than min.insync.replicas, and clients are of versions that Kafka ${version} still serves`,
        'try it where nothing is lost: the environment before this one, with the same clients',
        'apply, when there is least to do: MSK restarts one broker at a time, with the configuration of the new version',
        `check: aws kafka describe-cluster-v2 says ACTIVE and ${version}, and clients read and write`,
      ],
      warns: ['it cannot be taken back: another cluster of the older version is the only way'],
    },
  ];
}
