import { clustersOn, type Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import { mirrorApplication, type Replication, sides } from '../../../model/replication';
import type { Rule } from '../../../model/rule';
import { formatSize } from '../../../model/units';
import { strimziSettings } from './cluster';
import { kafkaVersions } from './versions';

const strimzi = (draft: Draft) => clustersOn(draft, 'strimzi');

export const versionRuns: Rule = {
  code: 'KFK-K401',
  severity: 'error',
  title: 'Strimzi 1.2 runs the version of Kafka',
  source: 'https://github.com/strimzi/strimzi-kafka-operator/releases/tag/1.2.0',
  *check(draft) {
    for (const cluster of strimzi(draft))
      if (!Object.hasOwn(kafkaVersions, cluster.version))
        yield at(cluster, 'version')
          .problem(`Strimzi 1.2 does not run Kafka ${cluster.version}`)
          .fix(`use one of: ${Object.keys(kafkaVersions).join(', ')}`);
  },
};

export const namespaceKnown: Rule = {
  code: 'KFK-K402',
  severity: 'error',
  title: 'A Strimzi cluster is in an environment that says where Kubernetes objects go',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html: operators watch namespaces',
  *check(draft) {
    const [cluster] = strimzi(draft);
    if (cluster && !draft.environment.kubernetes)
      yield at(cluster)
        .problem(`'${cluster.name}' runs on Kubernetes, and the environment names no namespace`)
        .fix("add kubernetes: { namespace: 'kafka' } to the environment");
  },
};

export const quorum: Rule = {
  code: 'KFK-K403',
  severity: 'error',
  title: 'Controllers can form a majority: 1, 3 or 5, and more than one in production',
  source: 'https://kafka.apache.org/documentation/#kraft_deployment: three or five controllers',
  *check(draft) {
    const allowed = draft.environment.profile === 'production' ? [3, 5] : [1, 3, 5];
    for (const cluster of strimzi(draft)) {
      const { controllers } = strimziSettings(cluster);
      if (!allowed.includes(controllers))
        yield at(cluster, 'controllers')
          .problem(`${controllers} controllers are given where ${allowed.join(' or ')} are needed`)
          .fix('use 3');
    }
  },
};

/** What each broker gets: the least that works, and why. */
const sizes = {
  storage: {
    least: 2 ** 30,
    write: formatSize,
    why: "a segment, of which a partition has one or more, is 1GiB by Kafka's default",
  },
  memory: { least: 2 ** 30, write: formatSize, why: "Kafka's default heap is 1GiB" },
  cpu: { least: 0.1, write: String, why: 'what is not reserved may not be there' },
} as const;

export const sizesSuffice: Rule = {
  code: 'KFK-K404',
  severity: 'error',
  title: 'A broker gets a disk, memory and processors that it can start with',
  source: 'https://kafka.apache.org/documentation/#brokerconfigs_log.segment.bytes',
  *check(draft) {
    for (const cluster of strimzi(draft))
      for (const field of ['storage', 'memory', 'cpu'] as const) {
        const given = strimziSettings(cluster)[field];
        const { least, write, why } = sizes[field];
        if (given < least)
          yield at(cluster, field)
            .problem(`${given === 0 ? 'nothing' : write(given)} is given: ${why}`)
            .fix(`use ${write(least)} or more`);
      }
  },
};

export const hostNames: Rule = {
  code: 'KFK-K405',
  severity: 'error',
  title: "The names of a cluster's pods are names of hosts",
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names: 63 characters',
  *check(draft) {
    for (const cluster of strimzi(draft)) {
      // Node ids count controllers too; three digits are more than there will be.
      const longest = `${cluster.name}-${cluster.name}-controller-999`.length;
      if (longest > 63)
        yield at(cluster)
          .problem(`pods such as '${cluster.name}-${cluster.name}-controller-0' would have more than 63 characters`)
          .fix('give the cluster a name of at most 23 characters');
    }
  },
};

export const operatorMakesSecrets: Rule = {
  code: 'KFK-K406',
  severity: 'error',
  title: 'Nobody counts rotations of what an operator makes',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html: the User Operator makes and renews credentials',
  *check(draft) {
    const names = new Set(strimzi(draft).map(({ name }) => name));
    for (const [application, version] of Object.entries(draft.environment.secrets.versions))
      if (version > 1 && names.has(draft.applications.get(application)?.cluster ?? ''))
        yield at(draft.environment, 'secrets', 'versions', application)
          .problem("Strimzi's User Operator makes this credential, whatever is counted here")
          .fix(`remove it; deleting the Secret '${application}' beside the cluster makes a new one`);
  },
};

export const wholePercents: Rule = {
  code: 'KFK-K407',
  severity: 'error',
  title: 'A share of request threads is a whole number of percents',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUserQuotas-reference: an integer',
  *check(draft) {
    const names = new Set(strimzi(draft).map(({ name }) => name));
    for (const application of draft.applications.values()) {
      const percentage = application.quota?.request_percentage ?? 0;
      if (names.has(application.cluster) && !Number.isInteger(percentage))
        yield at(application, 'quota', 'requestPercentage')
          .problem(`${percentage} is given where a KafkaUser takes whole percents`)
          .fix(`use ${Math.ceil(percentage)}`);
    }
  },
};

export const racksKnown: Rule = {
  code: 'KFK-K408',
  severity: 'warning',
  title: 'In production replicas are spread over more than hosts',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-Rack-reference',
  *check(draft) {
    if (draft.environment.profile !== 'production') return;
    for (const cluster of strimzi(draft))
      if (!strimziSettings(cluster).rack)
        yield at(cluster, 'rack')
          .problem('all replicas of a partition may be in one zone')
          .fix("add rack: 'topology.kubernetes.io/zone'");
  },
};

/** Replications that MirrorMaker runs beside a Strimzi cluster. */
const mirrored = (draft: Draft, names: readonly string[]): Replication[] =>
  [...draft.replications.values()].filter(({ from, to }) => names.includes(from) || names.includes(to));

export const secretsApart: Rule = {
  code: 'KFK-K409',
  severity: 'error',
  title: "A user's Secret has no name of those that Strimzi gives to what belongs to a cluster or a replication",
  source:
    'https://strimzi.io/docs/operators/latest/deploying.html#certificates-and-secrets-str: <cluster>-clients-ca is an authority, <user> a user',
  *check(draft) {
    const names = strimzi(draft).map(({ name }) => name);
    const mirrors = mirrored(draft, names);
    const owners = [
      ...names.map((name) => ({ name, what: `the cluster '${name}', the keys of its authorities` })),
      ...mirrors.map(({ name }) => ({ name, what: `the replication '${name}', the certificates that it trusts` })),
    ];
    for (const application of draft.applications.values()) {
      const { name, cluster, mirrors: isMirror } = application;
      const taken = owners.find((owner) => name.startsWith(`${owner.name}-`));
      if (taken && !isMirror && names.includes(cluster))
        yield at(application)
          .problem(`its Secret '${name}' could be one of ${taken.what} among them: those begin with '${taken.name}-'`)
          .fix(`use a name that does not begin with '${taken.name}-'`);
    }
    for (const replication of mirrors) {
      const users = sides.map((side) => mirrorApplication(replication.name, side)).join("' and '");
      const taken = names.find((name) => replication.name.startsWith(`${name}-`));
      if (taken)
        yield at(replication)
          .problem(
            `its users' Secrets '${users}' could be those of the cluster '${taken}': they begin with '${taken}-'`,
          )
          .fix(`use a name that does not begin with '${taken}-'`);
    }
  },
};

export const objectsApart: Rule = {
  code: 'KFK-K410',
  severity: 'error',
  title: 'No replication has the name of a cluster beside it',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/: unique for a kind in a namespace',
  *check(draft) {
    const names = strimzi(draft).map(({ name }) => name);
    for (const replication of mirrored(draft, names))
      if (names.includes(replication.name))
        yield at(replication)
          .problem(`the cluster '${replication.name}' has a ConfigMap '${replication.name}-metrics' too`)
          .fix(`use a name that no cluster has: 'copy-to-${replication.to}'`);
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
    if (strimzi(draft).length > 0 && kubernetes && kubernetes.namespace === kubernetes.applicationNamespace)
      yield at(draft.environment, 'kubernetes', 'applicationNamespace')
        .problem(`'${kubernetes.namespace}' also holds the cluster with its Secrets`)
        .fix("name another one, such as 'applications'");
  },
};

export const rules: readonly Rule[] = [
  versionRuns,
  namespaceKnown,
  quorum,
  sizesSuffice,
  hostNames,
  operatorMakesSecrets,
  wholePercents,
  racksKnown,
  secretsApart,
  objectsApart,
  namespacesApart,
];
