import type { ClusterInput } from '../../../index';

/** How a made-up platform is put on one back end: as many clusters as its limits require. */
export interface BackEnd {
  /** How many topics one cluster holds; more need another. */
  readonly topicsPerCluster: number;
  readonly cluster: (index: number, topics: number) => ClusterInput;
}

/** Replicas of a topic with one partition: three to a broker's 1,000 and more. */
const brokers = (topics: number) => Math.max(3, Math.ceil((topics * 3) / 900));

const subscription = (index: number) => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

export const backEnds = {
  kafka: {
    topicsPerCluster: Number.POSITIVE_INFINITY,
    cluster: (_, topics) => ({ backend: 'kafka', brokers: brokers(topics) }),
  },
  strimzi: {
    topicsPerCluster: Number.POSITIVE_INFINITY,
    cluster: (_, topics) => ({ backend: 'strimzi', brokers: brokers(topics) }),
  },
  msk: {
    topicsPerCluster: 10_000,
    cluster: (_: number, topics: number) => ({
      backend: 'msk',
      region: 'eu-west-1',
      brokers: 3 * Math.ceil(brokers(topics) / 3),
      instance: 'kafka.m7g.4xlarge',
      network: {
        vpc: 'vpc-0a1b2c3d4e5f60718',
        subnets: ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712', 'subnet-0a1b2c3d4e5f60713'],
        clients: { applications: 'sg-0a1b2c3d4e5f60711' },
      },
    }),
  },
  'event-hubs': {
    topicsPerCluster: 1000,
    cluster: (index) => ({
      backend: 'event-hubs',
      namespace: `bench-events-${index}`,
      location: 'westeurope',
      resourceGroup: `bench-events-${index}`,
      // One subscription has no room for the role assignments of all.
      subscription: subscription(index),
      subnet: `/subscriptions/${subscription(index)}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/bench/subnets/kafka`,
      tier: 'premium',
      units: 16,
    }),
  },
} as const satisfies Record<ClusterInput['backend'], BackEnd>;

export type BackEndName = keyof typeof backEnds;

/** Beside one for each back end: MSK where every application is a user with a password. */
export const shapes = {
  ...backEnds,
  'msk-scram': {
    ...backEnds.msk,
    cluster: (index: number, topics: number) => ({
      ...backEnds.msk.cluster(index, topics),
      authentication: ['scram-sha-512'],
    }),
  },
} as const satisfies Readonly<Record<string, BackEnd>>;

export type ShapeName = keyof typeof shapes;
