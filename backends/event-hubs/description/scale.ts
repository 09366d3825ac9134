import { anewPlans } from '../../../model/another-cluster';
import type { ClusterRecord } from '../../../model/cluster-record';
import { type ClusterPlan, plainScale, type Scale } from '../../../model/scale';
import { type EventHubsSettings, eventHubsSettings } from './cluster';
import { settingPlans } from './setting-plans';

/** How a namespace changes: in scale by its units, since Azure moves what is on it, and where it is reached, read and carried. */
export const scale: Scale = {
  plansOf(cluster, recorded) {
    const { record } = cluster;
    if (!recorded || !record) return [];
    const anew = anewPlans(cluster, recorded);
    // Units of another tier are other units.
    const isOtherTier = anew.some(({ field }) => field[0] === 'tier');
    const settings = eventHubsSettings(cluster);
    return [
      ...anew,
      ...(isOtherTier ? [] : unitPlans(settings, record, recorded)),
      // Another namespace has nothing yet that would change.
      ...(anew.length > 0 ? [] : settingPlans(cluster, recorded, record)),
    ];
  },

  // No inventory records replicas that Azure decides.
  replicationSteps: plainScale.replicationSteps,
};

/** What Azure sells, by tier. */
const unitNames = {
  basic: 'throughput units',
  standard: 'throughput units',
  premium: 'processing units',
  dedicated: 'capacity units',
} as const satisfies Record<EventHubsSettings['tier'], string>;

function unitPlans(
  settings: EventHubsSettings,
  { units: now = 1 }: ClusterRecord,
  { units: had = now }: ClusterRecord,
): ClusterPlan[] {
  const { tier, dedicatedCluster } = settings;
  if (had === now) return [];
  const common = {
    kind: 'units',
    field: typeof dedicatedCluster === 'object' ? ['dedicatedCluster', 'units'] : ['units'],
    change: `${now} ${unitNames[tier]} instead of ${had}`,
  } as const;
  if (now > had)
    return [
      {
        ...common,
        steps: [
          ...applied(settings, now),
          'check: Throttled Requests of the namespace fall to none',
          ...(tier === 'standard'
            ? []
            : ['new topics may have the partitions that more units carry; those that are there keep theirs']),
        ],
      },
    ];
  return [
    {
      ...common,
      steps: [
        `before: Throttled Requests are none, and the highest hour of a week (Incoming and Outgoing Bytes${tier === 'standard' ? '' : ', CPU and memory of the namespace'}) fits ${now} of ${had}`,
        ...applied(settings, now),
        'look at Throttled Requests for an hour; to take it back write what was there',
      ],
      warns: [
        tier === 'standard'
          ? 'what does not fit is refused: producers of Kafka are slowed down (throttle_time_ms)'
          : 'topics, partitions and connections are limited by unit: what is there and would not fit stops the apply',
      ],
    },
  ];
}

/** Where Azure inflates a namespace, Terraform leaves its units alone: it would take away what the load has asked for. */
const applied = ({ autoInflate, resourceGroup, namespace }: EventHubsSettings, units: number): string[] =>
  autoInflate
    ? [
        `az eventhubs namespace update --resource-group ${resourceGroup} --name ${namespace} --capacity ${units}: as long as autoInflate is on, Terraform leaves the units to Azure, which may have more already`,
        'apply, so that the inventory knows it',
      ]
    : ['apply: clients stay connected'];
