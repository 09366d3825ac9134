import type { Kind } from './mechanisms';

/**
 * Sizes of standard brokers, by how many replicas a broker of that size should hold; {@link otherInstances} says which is
 * left out, and why. https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html, read 2026-11-21
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

export type StandardInstance = (typeof instancesByReplicas)[keyof typeof instancesByReplicas][number];

/** Sizes of express brokers. https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-express-quota, read 2026-11-21 */
export const expressInstances = [
  'express.m7g.large',
  'express.m7g.xlarge',
  'express.m7g.2xlarge',
  'express.m7g.4xlarge',
  'express.m7g.8xlarge',
  'express.m7g.12xlarge',
  'express.m7g.16xlarge',
] as const;

/**
 * MB a second that a broker takes in and gives out for long; above them MSK slows clients down.
 * https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-express-quota, read 2026-11-21
 */
export const expressThroughput = {
  'express.m7g.large': { ingress: 15.6, egress: 31.2 },
  'express.m7g.xlarge': { ingress: 31.2, egress: 62.5 },
  'express.m7g.2xlarge': { ingress: 62.5, egress: 125 },
  'express.m7g.4xlarge': { ingress: 124.9, egress: 249.8 },
  'express.m7g.8xlarge': { ingress: 250, egress: 500 },
  'express.m7g.12xlarge': { ingress: 375, egress: 750 },
  'express.m7g.16xlarge': { ingress: 500, egress: 1000 },
} as const satisfies Record<(typeof expressInstances)[number], { readonly ingress: number; readonly egress: number }>;

export type ExpressInstance = (typeof expressInstances)[number];
export type Instance = StandardInstance | ExpressInstance;

const standardInstances = Object.values(instancesByReplicas).flat();

export const instances = [...standardInstances, ...expressInstances] as unknown as readonly [Instance, ...Instance[]];

/**
 * Why a size that MSK has is not among them. AWS' page lists it without a word on KRaft; with a `.kraft` version
 * CreateCluster answers "Unsupported InstanceType specified. Valid values: [express.m7g.*, kafka.m5.*, kafka.m7g.*]", as
 * https://github.com/badmintoncryer/cdk-preflight (pf-msk-t3-small-not-kraft) holds it. Read 2026-11-21.
 */
export const otherInstances: Readonly<Record<string, string>> = {
  'kafka.t3.small':
    'MSK has it without KRaft only (https://github.com/badmintoncryer/cdk-preflight: pf-msk-t3-small-not-kraft)',
};

/** The sizes that a kind of cluster has. */
export const instancesOf: Readonly<Record<Kind, readonly Instance[]>> = {
  standard: standardInstances,
  express: expressInstances,
  serverless: [],
};

/** What a broker is where nobody says it. */
export const defaultInstance = {
  standard: 'kafka.m7g.large',
  express: 'express.m7g.large',
} as const satisfies Partial<Record<Kind, Instance>>;
