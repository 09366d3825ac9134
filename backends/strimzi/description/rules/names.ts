import type { Application } from '../../../../model/application';
import type { Draft } from '../../../../model/draft';
import { kubernetesName } from '../../../../model/kubernetes-name';
import { hasClientSecret } from '../../../../model/oauth';
import { at } from '../../../../model/problem';
import { mirrorApplication, type Replication, sides } from '../../../../model/replication';
import type { Rule } from '../../../../model/rule';
import { clientSecretName } from '../../../../model/secret-ref';
import { credentialSecret } from '../client-certificates';
import { connectionSecret, passwordSecret } from '../delivery';
import { strimziClusters } from './clusters';

export const hostNames: Rule = {
  code: 'KFK-K405',
  severity: 'error',
  title: "The names of a cluster's pods are names of hosts",
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names: 63 characters',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      // Node ids count controllers too; three digits are more than there will be.
      const longest = `${cluster.name}-${cluster.name}-controller-999`.length;
      if (longest > 63)
        yield at(cluster)
          .problem(`pods such as '${cluster.name}-${cluster.name}-controller-0' would have more than 63 characters`)
          .fix('give the cluster a name of at most 23 characters');
    }
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
    const names = strimziClusters(draft).map(({ name }) => name);
    const mirrors = mirrored(draft, names);
    const owners = [
      ...names.map((name) => ({ name, what: `the cluster '${name}', the keys of its authorities` })),
      ...mirrors.map(({ name }) => ({ name, what: `the replication '${name}', the certificates that it trusts` })),
    ];
    for (const application of draft.applications.values()) {
      const { name, cluster, workload } = application;
      const taken = owners.find((owner) => name.startsWith(`${owner.name}-`));
      if (taken && !workload && names.includes(cluster))
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
    const names = strimziClusters(draft).map(({ name }) => name);
    for (const replication of mirrored(draft, names))
      if (names.includes(replication.name))
        yield at(replication)
          .problem(`the cluster '${replication.name}' has a ConfigMap '${replication.name}-metrics' too`)
          .fix(`use a name that no cluster has: 'copy-to-${replication.to}'`);
  },
};

export const secretsDiffer: Rule = {
  code: 'KFK-K440',
  severity: 'error',
  title: 'No two Secrets of applications have one name in one namespace',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/: unique for a kind in a namespace',
  *check(draft) {
    const known = new Map<string, string>();
    for (const application of draft.applications.values())
      for (const { namespace, name, what } of secretsOf(application, draft)) {
        const other = known.get(`${namespace}/${name}`);
        known.set(`${namespace}/${name}`, `${what} of '${application.name}'`);
        if (other !== undefined)
          yield at(application)
            .problem(`the Secret '${name}' in '${namespace}' would be its ${what}, and the ${other}`)
            .fix('rename one of them');
      }
  },
};

/** The Secrets that an application on Strimzi has: beside the cluster, and where it runs. */
function secretsOf(application: Application, { clusters, environment }: Draft) {
  const { kubernetes, secrets } = environment;
  const { name, workload, authentication, oauth } = application;
  const cluster = clusters.get(application.cluster);
  if (!kubernetes || cluster?.backend !== 'strimzi') return [];
  const own = { namespace: kubernetes.namespace, name, what: 'credential' };
  const credential = credentialSecret(cluster, application);
  const signed =
    credential === name ? [] : [{ namespace: kubernetes.namespace, name: credential, what: 'certificate' }];
  if (workload) return [own, ...signed];
  const stored =
    authentication === 'scram-sha-512' && secrets.store !== undefined && secrets.store !== cluster.secretStores[0];
  const namespace = application.namespace ?? kubernetes.applicationNamespace;
  return [
    own,
    ...signed,
    ...(stored ? [{ namespace: kubernetes.namespace, name: passwordSecret(name), what: 'password' }] : []),
    ...(oauth && hasClientSecret(oauth)
      ? [{ namespace: kubernetes.namespace, name: clientSecretName(name), what: 'client secret' }]
      : []),
    { namespace, name: connectionSecret(name), what: 'connection' },
  ];
}

export const topicObjectsDiffer: Rule = {
  code: 'KFK-K441',
  severity: 'error',
  title: 'No two topics are one KafkaTopic',
  source:
    'https://strimzi.io/docs/operators/latest/deploying.html#con-topic-names-str: Kafka takes more names than Kubernetes',
  *check(draft) {
    const names = new Set(strimziClusters(draft).map(({ name }) => name));
    const known = new Map<string, string>();
    for (const topic of draft.topics.values()) {
      if (!names.has(topic.cluster)) continue;
      const object = kubernetesName(topic.name);
      const other = known.get(object);
      known.set(object, topic.name);
      if (other !== undefined)
        yield at(topic)
          .problem(`'${topic.name}' and '${other}' would both be the KafkaTopic '${object}'`)
          .fix('rename one of them');
    }
  },
};

export const nameRules: readonly Rule[] = [hostNames, secretsApart, objectsApart, secretsDiffer, topicObjectsDiffer];
