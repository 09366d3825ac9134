import { own } from '../../../../model/by-name';
import { useInstead } from '../../../../model/near-miss';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { isNewer, kafkaVersions, metadataVersions } from '../versions';
import { strimziClusters } from './clusters';

export const versionRuns: Rule = {
  code: 'KFK-K401',
  severity: 'error',
  title: 'Strimzi 1.2 runs the version of Kafka',
  source: 'https://github.com/strimzi/strimzi-kafka-operator/releases/tag/1.2.0',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      if (!Object.hasOwn(kafkaVersions, cluster.version))
        yield at(cluster, 'version')
          .problem(`Strimzi 1.2 does not run Kafka ${cluster.version}`)
          .fix(`use one of: ${Object.keys(kafkaVersions).join(', ')}`);
  },
};

export const metadataVersionFits: Rule = {
  code: 'KFK-K424',
  severity: 'error',
  title: 'The metadata version is one that the version of Kafka knows',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#proc-upgrade-kafka-kraft-str',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { metadataVersion } = strimziSettings(cluster);
      const latest = own(kafkaVersions, cluster.version);
      if (latest === undefined) continue;
      if (!metadataVersions.includes(metadataVersion))
        yield at(cluster, 'metadataVersion')
          .problem(`Kafka has no metadata version '${metadataVersion}'`)
          .fix(useInstead(metadataVersion, metadataVersions.slice(0, metadataVersions.indexOf(latest) + 1)));
      else if (isNewer(metadataVersion, latest))
        yield at(cluster, 'metadataVersion')
          .problem(`'${metadataVersion}' is newer than Kafka ${cluster.version} knows`)
          .fix(`use '${latest}' or an older one; the version goes first`);
    }
  },
};

export const namespaceKnown: Rule = {
  code: 'KFK-K402',
  severity: 'error',
  title: 'A Strimzi cluster is in an environment that says where Kubernetes objects go',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html: operators watch namespaces',
  *check(draft) {
    const [cluster] = strimziClusters(draft);
    if (cluster && !draft.environment.kubernetes)
      yield at(cluster)
        .problem(`'${cluster.name}' runs on Kubernetes, and the environment names no namespace`)
        .fix("add kubernetes: { namespace: 'kafka' } to the environment");
  },
};

export const namespacesApart: Rule = {
  code: 'KFK-K411',
  severity: 'error',
  waivable: true,
  title: 'Applications do not run in the namespace that holds the keys of the authorities',
  source:
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/: who may make pods in a namespace reads its Secrets',
  *check(draft) {
    const { kubernetes } = draft.environment;
    if (strimziClusters(draft).length > 0 && kubernetes && kubernetes.namespace === kubernetes.applicationNamespace)
      yield at(draft.environment, 'kubernetes', 'applicationNamespace')
        .problem(`'${kubernetes.namespace}' also holds the cluster with its Secrets`)
        .fix("name another one, such as 'applications'");
    const names = new Set(strimziClusters(draft).map(({ name }) => name));
    for (const application of draft.applications.values())
      if (names.has(application.cluster) && application.namespace === kubernetes?.namespace && application.namespace)
        yield at(application, 'namespace')
          .problem(`'${application.namespace}' also holds the cluster with its Secrets`)
          .fix('let it run in another one');
  },
};

export const clusterRules: readonly Rule[] = [versionRuns, metadataVersionFits, namespaceKnown, namespacesApart];
