import type { Cluster } from '../../../../model/cluster';
import type { Key } from '../../../../model/place';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { formatSize } from '../../../../model/units';
import { type StrimziSettings, strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

interface Amount {
  readonly path: readonly Key[];
  readonly given: number | undefined;
  /** As it is written. */
  readonly least: { readonly amount: number; readonly text: string };
  /** Of the unit. Default: none. */
  readonly per?: '/s';
  readonly why: string;
}

const mib = 2 ** 20;
const slowest = { amount: 1e6, text: '1MB/s' };

const amountsOf = ({ operatorMemory, cruiseControl }: StrimziSettings): Amount[] => [
  {
    path: ['operatorMemory'],
    given: operatorMemory,
    least: { amount: 256 * mib, text: '256MiB' },
    why: 'a fifth of it is the heap, and an operator without room in it ends',
  },
  {
    path: ['cruiseControl', 'memory'],
    given: cruiseControl?.memory,
    least: { amount: 512 * mib, text: '512MiB' },
    why: 'it keeps a model of every replica',
  },
  ...(['inboundNetwork', 'outboundNetwork'] as const).map((field) => ({
    path: ['cruiseControl', 'brokerCapacity', field],
    given: cruiseControl?.brokerCapacity[field],
    least: slowest,
    per: '/s' as const,
    why: 'no broker with less would bear its replication',
  })),
];

export const amountsSuffice: Rule = {
  code: 'KFK-K468',
  severity: 'error',
  title: 'What runs beside brokers gets memory that it can start with, and a network is one that bears something',
  source: 'https://github.com/strimzi/strimzi-kafka-operator/pull/6420: an operator has a fifth of its memory as heap',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const { path, given, least, per = '', why } of amountsOf(strimziSettings(cluster)))
        if (given !== undefined && given < least.amount)
          yield at(cluster, ...path)
            .problem(`${given === 0 ? 'nothing' : `${formatSize(given)}${per}`} is given: ${why}`)
            .fix(`use ${least.text} or more`);
  },
};

/** Kubernetes' form of a label, which keys and values of taints have. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const word = '[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?';
const keyForm = new RegExp(`^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?${word}$`);
const valueForm = new RegExp(`^(${word})?$`);

export const taintsKnown: Rule = {
  code: 'KFK-K469',
  severity: 'error',
  title: 'A taint that pods bear has a key and a value that Kubernetes takes',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const [index, { key, value = '' }] of taintsOf(cluster).entries()) {
        if (!keyForm.test(key))
          yield at(cluster, 'tolerations', index, 'key')
            .problem(`'${key}' cannot be the key of a taint: Strimzi's pods would not be made`)
            .fix("write it as Kubernetes' node has it: 'dedicated'");
        if (!valueForm.test(value))
          yield at(cluster, 'tolerations', index, 'value')
            .problem(`'${value}' cannot be the value of a taint: Strimzi's pods would not be made`)
            .fix("write it as Kubernetes' node has it: 'kafka'");
      }
  },
};

const taintsOf = (cluster: Cluster) => strimziSettings(cluster).tolerations ?? [];

export const resourceRules: readonly Rule[] = [amountsSuffice, taintsKnown];
