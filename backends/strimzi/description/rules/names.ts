import type { Draft } from '../../../../model/draft';
import { at } from '../../../../model/problem';
import { mirrorApplication, type Replication, sides } from '../../../../model/replication';
import type { Rule } from '../../../../model/rule';
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

export const nameRules: readonly Rule[] = [hostNames, secretsApart, objectsApart];
