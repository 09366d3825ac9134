import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { kafkaSettings, mechanisms, pinnedVersion } from './cluster';
import { signInRules } from './sign-in-rules';

export const versionIsANumber: Rule = {
  code: 'KFK-K101',
  severity: 'error',
  title: 'A version of Kafka is written as numbers with dots',
  source: 'https://kafka.apache.org/downloads: releases are numbered, and capabilities are decided by that number',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      if (cluster.backend === 'kafka' && !/^\d+(\.\d+){1,2}$/.test(cluster.version))
        yield at(cluster, 'version')
          .problem(`'${cluster.version}' is no version of Kafka`)
          .fix("write it as '4.3.1' or '4.3'");
  },
};

export const localVersionIsPinned: Rule = {
  code: 'KFK-K102',
  severity: 'error',
  title: 'A local cluster runs the version whose jars are pinned',
  source: 'the kit installs nothing that it has not pinned',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      if (cluster.life === 'local' && cluster.backend === 'kafka' && cluster.version !== pinnedVersion)
        yield at(cluster, 'version')
          .problem(`a local cluster runs Kafka ${pinnedVersion}, not ${cluster.version}`)
          .fix(`use version: '${pinnedVersion}', or leave it out`);
  },
};

export const localMechanisms: Rule = {
  code: 'KFK-K103',
  severity: 'error',
  title: 'A local cluster listens for SCRAM-SHA-512, mTLS and tokens',
  source: 'https://kafka.apache.org/documentation/#security_sasl_scram: SHA-512 is the stronger of the two',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      if (cluster.life === 'local' && cluster.backend === 'kafka')
        for (const [index, mechanism] of cluster.authentication.entries())
          if (mechanism === 'scram-sha-256')
            yield at(cluster, 'authentication', index)
              .problem(`a local cluster has no listener for '${mechanism}'`)
              .fix(`use one of: ${mechanisms.filter((name) => name !== mechanism).join(', ')}`);
  },
};

export const localBrokers: Rule = {
  code: 'KFK-K104',
  severity: 'error',
  title: 'A local cluster has one to nine brokers',
  source: 'https://kafka.apache.org/documentation/#kraft_deployment: three or five controllers; each node here is one',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      if (cluster.life === 'local' && cluster.backend === 'kafka' && cluster.brokers > 9)
        yield at(cluster, 'brokers')
          .problem(`${cluster.brokers} brokers are more than a local cluster can have`)
          .fix('use 1 to 9; 3 is usual');
  },
};

export const localPasswords: Rule = {
  code: 'KFK-K550',
  severity: 'error',
  title: 'Passwords of a local cluster stay on its machine',
  source: 'a cluster that anybody runs on a laptop writes nothing to a store that others read',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      if (cluster.life === 'local' && cluster.backend === 'kafka' && kafkaSettings(cluster).passwords)
        yield at(cluster, 'passwords')
          .problem('a local cluster keeps them in a folder of this machine, mode 600')
          .fix('remove it');
  },
};

export const rules: readonly Rule[] = [
  versionIsANumber,
  localVersionIsPinned,
  localMechanisms,
  localBrokers,
  ...signInRules,
  localPasswords,
];
