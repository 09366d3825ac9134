import type { Limit } from '../../../model/limits';
import { expressLimits } from './express-limits';
import { instancesByReplicas } from './instances';
import { serverlessLimits } from './serverless-limits';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const iamQuotas = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const partitions = `${guide}/bestpractices.html#partitions-per-broker`;
const read = '2026-11-21';

/** AWS advises fewer; above the second number it refuses to update or resize the cluster. */
const advised = { measure: 'replicas-per-broker', unit: 'replicas a broker', severity: 'warning' } as const;
const updatable = { ...advised, severity: 'error' } as const;

/** What Amazon MSK does not allow or advise. */
export const limits: readonly Limit[] = [
  {
    code: 'KFK-L301',
    title: 'A cluster has no more brokers than an account may have without asking',
    measure: 'brokers',
    max: 60,
    unit: 'brokers',
    severity: 'warning',
    source: `${guide}/limits.html#msk-provisioned-quota`,
    read,
  },
  {
    code: 'KFK-L302',
    title: 'A cluster has few enough users with passwords',
    measure: 'users-with-password',
    max: 1000,
    unit: 'SCRAM users',
    severity: 'error',
    source: `${guide}/msk-password-limitations.html`,
    read,
  },
  {
    code: 'KFK-L303',
    title: 'A small broker holds as many replicas as AWS advises',
    ...advised,
    max: 1000,
    tiers: instancesByReplicas[1000],
    source: partitions,
    read,
  },
  {
    code: 'KFK-L304',
    title: 'A middle-sized broker holds as many replicas as AWS advises',
    ...advised,
    max: 2000,
    tiers: instancesByReplicas[2000],
    source: partitions,
    read,
  },
  {
    code: 'KFK-L305',
    title: 'A large broker holds as many replicas as AWS advises',
    ...advised,
    max: 4000,
    tiers: instancesByReplicas[4000],
    source: partitions,
    read,
  },
  {
    code: 'KFK-L306',
    title: 'A small broker holds few enough replicas to be updated',
    ...updatable,
    max: 1500,
    tiers: instancesByReplicas[1000],
    source: partitions,
    read,
  },
  {
    code: 'KFK-L307',
    title: 'A middle-sized broker holds few enough replicas to be updated',
    ...updatable,
    max: 3000,
    tiers: instancesByReplicas[2000],
    source: partitions,
    read,
  },
  {
    code: 'KFK-L308',
    title: 'A large broker holds few enough replicas to be updated',
    ...updatable,
    max: 6000,
    tiers: instancesByReplicas[4000],
    source: partitions,
    read,
  },
  {
    code: 'KFK-L309',
    title: "A cluster's name, with its environment's, is short enough",
    measure: 'cluster-name-length',
    max: 64,
    unit: 'characters',
    severity: 'error',
    source: 'https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html: clusterName',
    read,
  },
  {
    code: 'KFK-L310',
    title: "An application's name, with its cluster's and its environment's, is short enough for a policy",
    measure: 'principal-name-length',
    // Three are left for the number of a further policy: a role has ten.
    max: 125,
    unit: 'characters',
    severity: 'error',
    source: iamQuotas,
    read,
  },
  {
    code: 'KFK-L311',
    title: "A topic's name is short enough",
    measure: 'topic-name-length',
    max: 249,
    unit: 'characters',
    severity: 'error',
    source: 'https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-topics.html: topicName',
    read,
  },
  {
    code: 'KFK-L338',
    title: 'Applications open no more connections by IAM than a broker, or a serverless cluster, takes',
    measure: 'connections',
    max: 3000,
    unit: 'copies of applications',
    severity: 'warning',
    source: `${guide}/limits.html#msk-provisioned-quota`,
    read,
  },
  {
    code: 'KFK-L339',
    title: 'Clusters of an environment have no more brokers than an account may have without asking',
    measure: 'brokers-of-back-end',
    max: 90,
    unit: 'brokers',
    severity: 'warning',
    source: `${guide}/limits.html#msk-provisioned-quota`,
    read,
  },
  ...expressLimits,
  ...serverlessLimits,
];
