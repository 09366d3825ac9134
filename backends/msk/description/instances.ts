/**
 * Sizes of standard brokers, by how many replicas a broker of that size should hold. Smaller ones are left out: MSK offers
 * none of them for KRaft versions. https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html
 */
export const instancesByReplicas = {
  1000: ['kafka.m5.large', 'kafka.m5.xlarge', 'kafka.m7g.large', 'kafka.m7g.xlarge'],
  2000: ['kafka.m5.2xlarge', 'kafka.m7g.2xlarge'],
  4000: [
    'kafka.m5.4xlarge',
    'kafka.m5.8xlarge',
    'kafka.m5.12xlarge',
    'kafka.m5.16xlarge',
    'kafka.m5.24xlarge',
    'kafka.m7g.4xlarge',
    'kafka.m7g.8xlarge',
    'kafka.m7g.12xlarge',
    'kafka.m7g.16xlarge',
  ],
} as const;

export type Instance = (typeof instancesByReplicas)[keyof typeof instancesByReplicas][number];

export const instances = Object.values(instancesByReplicas).flat() as unknown as readonly [Instance, ...Instance[]];
