import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mskClusters } from './clusters';
import type { MskClusterInput } from './input';
import { instancesOf } from './instances';
import { type Kind, kinds } from './mechanisms';
import { regionProblem } from './regions';
import { mskSettings } from './settings';
import { endOfSupport, versionsOf, versionsRead } from './versions';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const express = `${guide}/msk-broker-types-express.html`;
const serverless = `${guide}/serverless.html`;

type Option = keyof MskClusterInput;
type Foreign = Readonly<Partial<Record<Option, string>>>;

const storage = (why: string): Foreign => ({
  storage: why,
  storageAutoscaling: why,
  throughput: why,
  tieredStorage: why,
});
const nothingToSee = 'a serverless cluster shows no brokers';

/** What MSK refuses, or does by itself, for clusters of a kind, and why. */
const foreign: Readonly<Record<Kind, Foreign>> = {
  standard: {
    rebalancing: `intelligent rebalancing is of express brokers: ${guide}/intelligent-rebalancing.html`,
    otherNetworks: `brokers are in one VPC; see multiVpc: ${guide}/aws-access-mult-vpc.html`,
  },
  express: {
    ...storage(`express brokers have storage without a size: ${express}`),
    otherNetworks: `brokers are in one VPC; see multiVpc: ${guide}/aws-access-mult-vpc.html`,
  },
  serverless: {
    ...storage(`${nothingToSee}, and no disks: ${serverless}`),
    version: `MSK decides what serverless clusters run: ${serverless}`,
    brokers: `${nothingToSee}: ${serverless}`,
    instance: `${nothingToSee}: ${serverless}`,
    rebalancing: `MSK moves partitions by itself: ${serverless}`,
    encryptionKey: `AWS encrypts serverless clusters under a key of its own: ${serverless}`,
    logs: `${nothingToSee}, and no logs of them: ${guide}/serverless-monitoring.html`,
    metrics: `serverless clusters have one level of metrics: ${guide}/serverless-monitoring.html`,
    openMonitoring: `${nothingToSee}, and no exporters: ${guide}/serverless-monitoring.html`,
    multiVpc: `name those VPCs in otherNetworks: ${serverless}`,
    publicAccess: `the internet reaches no serverless cluster: ${serverless}`,
    certificateAuthority: `serverless clusters know IAM alone: ${serverless}`,
    secretsKey: `serverless clusters know IAM alone: ${serverless}`,
    open: `serverless clusters have no ACLs: ${serverless}`,
    configuration: `MSK decides the properties of serverless clusters: ${guide}/serverless-config.html`,
  },
};

export const optionsOfKind: Rule = {
  code: 'KFK-K320',
  severity: 'error',
  title: 'An MSK cluster has only options that MSK knows for its kind',
  source: `${guide}/broker-instance-types.html, ${serverless}`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { kind, said, network } = mskSettings(cluster);
      for (const option of said) {
        const why = foreign[kind][option as Option];
        if (why)
          yield at(cluster, option)
            .problem(`it is not for kind '${kind}': ${why}`)
            .fix(fixOf(option as Option));
      }
      if (kind === 'serverless' && Object.keys(network?.monitoring ?? {}).length > 0)
        yield at(cluster, 'network', 'monitoring')
          .problem(`it is not for kind 'serverless': ${foreign.serverless.openMonitoring}`)
          .fix('leave it out');
    }
  },
};

const fixOf = (option: Option): string => {
  const having = kinds.filter((kind) => foreign[kind][option] === undefined);
  return `leave it out, or use kind: ${having.map((kind) => `'${kind}'`).join(' or ')}`;
};

export const instanceOfKind: Rule = {
  code: 'KFK-K321',
  severity: 'error',
  title: 'Brokers of an MSK cluster have a size of their kind',
  source: `${guide}/broker-instance-sizes.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { kind, instance } = mskSettings(cluster);
      if (instance === 'serverless' || instancesOf[kind].includes(instance)) continue;
      const other = kinds.find((candidate) => instancesOf[candidate].includes(instance));
      yield at(cluster, 'instance')
        .problem(`'${instance}' is a size of ${other} brokers; those of this cluster are ${kind}`)
        .fix(`say kind: '${other}', or use one of: ${instancesOf[kind].join(', ')}`);
    }
  },
};

export const versionOfKind: Rule = {
  code: 'KFK-K322',
  severity: 'error',
  title: 'Brokers of an MSK cluster run a version of Kafka that MSK has for their kind',
  source: `${guide}/supported-kafka-versions.html, ${express}`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { kind } = mskSettings(cluster);
      const known: readonly string[] = versionsOf(kind);
      // Somebody else's may run without KRaft, or be older.
      if (kind === 'serverless' || cluster.life === 'existing' || known.includes(cluster.version)) continue;
      yield at(cluster, 'version')
        .problem(`${kind} brokers do not run Kafka ${cluster.version} with KRaft, as of ${versionsRead}`)
        .fix(`use one of: ${known.map((version) => `'${version}'`).join(', ')}`);
    }
  },
};

export const versionIsSupported: Rule = {
  code: 'KFK-K323',
  severity: 'warning',
  title: 'Brokers of an MSK cluster run a version of Kafka whose end MSK has not announced',
  source: `${guide}/version-support.html: after the end of support MSK upgrades without notice`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const end = endOfSupport(cluster.version);
      if (end)
        yield at(cluster, 'version')
          .problem(
            `support of Kafka ${cluster.version} ${end < draft.today ? 'ended' : 'ends'} on ${end}: from then on MSK upgrades it on a day of its own choice`,
          )
          .fix("try '3.9' in the environment before this one, then here");
    }
  },
};

export const regionHasKind: Rule = {
  code: 'KFK-K324',
  severity: 'error',
  waivable: true,
  title: 'The region of an MSK cluster has Amazon MSK, and clusters of its kind',
  source: `https://docs.aws.amazon.com/general/latest/gr/msk.html, ${serverless}`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { region, kind } = mskSettings(cluster);
      const problem = regionProblem(region, kind);
      if (problem)
        yield at(cluster, 'region')
          .problem(problem)
          .fix('use a region that has it, or say in a waiver since when AWS has it there');
    }
  },
};

export const kindRules: readonly Rule[] = [
  optionsOfKind,
  instanceOfKind,
  versionOfKind,
  versionIsSupported,
  regionHasKind,
];
