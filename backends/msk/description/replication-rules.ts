import type { Cluster } from '../../../model/cluster';
import { at } from '../../../model/problem';
import type { Replication } from '../../../model/replication';
import { betweenTwo, deadEnds, ends } from '../../../model/replication-ends';
import type { Rule } from '../../../model/rule';

const replicator = 'https://docs.aws.amazon.com/msk/latest/developerguide';

export const replicatorBetween: Rule = {
  code: 'KFK-R020',
  severity: 'error',
  title: 'MSK Replicator copies between two clusters of Amazon MSK that let IAM in',
  source: `${replicator}/msk-replicator-supported-clusters-versions.html, read 2026-11-21`,
  *check({ replications, clusters }) {
    for (const replication of replications.values()) {
      if (replication.service === undefined || !betweenTwo(replication, clusters)) continue;
      const dead = deadEnds(replication, clusters);
      for (const [field, name] of ends(replication)) {
        const cluster = clusters.get(name);
        if (cluster && dead.includes(name))
          yield at(replication, field)
            .problem(
              `'${name}' is on ${cluster.backend}, and neither MSK Replicator nor MirrorMaker copies records there`,
            )
            .fix(insteadOfMirroring(cluster));
        else if (dead.length > 0) continue;
        else if (cluster && cluster.services?.replicator === undefined)
          yield at(replication, field)
            .problem(`'${name}' is on ${cluster.backend}, which MSK Replicator does not know`)
            .fix(
              appliedAlike(replication, clusters)
                ? "say by: 'mirror-maker'"
                : 'replicate between two clusters of Amazon MSK, or between two of one Kubernetes',
            );
        else if (cluster && !cluster.authentication.includes('iam'))
          yield at(replication, field)
            .problem(
              `'${name}' lets applications use ${cluster.authentication.join(', ')}, and MSK Replicator knows IAM alone`,
            )
            .fix("add 'iam' to its authentication");
      }
    }
  },
};

const insteadOfMirroring = ({ capabilities: { mirroring } }: Cluster): string =>
  `remove it: ${mirroring.support === 'unsupported' ? mirroring.instead : ''}`;

/** MirrorMaker finds the credentials of both (KFK-R012). */
const appliedAlike = ({ from, to }: Replication, clusters: ReadonlyMap<string, Cluster>): boolean =>
  clusters.get(from)?.appliedBy === clusters.get(to)?.appliedBy;

export const copiesKnownNames: Rule = {
  code: 'KFK-R021',
  severity: 'error',
  title: 'What MSK Replicator copies has names that are known before it is there',
  source: `${replicator}/msk-replicator-perms-topic-replication.html: the prefix is an alias that AWS makes with the Replicator`,
  *check({ replications }) {
    for (const replication of replications.values())
      if (replication.service !== undefined && replication.names === 'prefixed')
        yield at(replication, 'names')
          .problem(
            `the prefix would not be '${replication.from}' but an alias that AWS makes, so no consumer and no permission could name a copy`,
          )
          .fix("remove it: copies have the 'same' names");
  },
};

/** What only MirrorMaker is told, and why MSK Replicator is not. */
const onlyMirrorMaker = {
  tasks: 'it scales by itself',
  instances: 'it scales by itself',
  rpo: 'AWS promises none: watch ReplicationLatency',
} as const;

export const replicatorWords: Rule = {
  code: 'KFK-R022',
  severity: 'error',
  title: 'Of MSK Replicator nothing is said that it does not know',
  source: `${replicator}/msk-replicator-how-it-works.html`,
  *check({ replications }) {
    for (const replication of replications.values())
      for (const [field, why] of Object.entries(onlyMirrorMaker))
        if (replication.service !== undefined && replication.said.includes(field))
          yield at(replication, field).problem(`MSK Replicator is not told: ${why}`).fix('remove it');
  },
};

/** What holds of replications by MSK Replicator. */
export const replicationRules: readonly Rule[] = [replicatorBetween, copiesKnownNames, replicatorWords];
