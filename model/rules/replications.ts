import type { Draft } from '../draft';
import { labelFix, labelForm } from '../names';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import { mirrorApplication, type Replication, sides } from '../replication';
import { betweenTwo, deadEnds, ends } from '../replication-ends';
import type { Rule } from '../rule';
import { offersNoSecret } from './beside-cluster';

const georeplication = 'https://kafka.apache.org/documentation/#georeplication';

export const betweenClusters: Rule = {
  code: 'KFK-R001',
  severity: 'error',
  title: 'A replication is between two clusters of the environment',
  source: georeplication,
  *check({ replications, clusters, environment, broken }) {
    for (const replication of replications.values()) {
      for (const [field, name] of ends(replication))
        if (!clusters.has(name) && !broken.has('clusters', name))
          yield at(replication, field)
            .problem(`no cluster of '${environment.name}' is called '${name}'`)
            .fix(useInstead(name, clusters.keys()));
      if (replication.from === replication.to)
        yield at(replication, 'to')
          .problem(`it copies '${replication.from}' to itself`)
          .fix('name another cluster: the one that takes over');
    }
  },
};

export const noRecordReturns: Rule = {
  code: 'KFK-R002',
  severity: 'error',
  title: 'No cluster is mirrored back to itself, by whatever way round',
  source: `${georeplication}: active/passive, one cluster is in charge; copies that return are a loop`,
  *check({ replications }) {
    for (const replication of replications.values()) {
      // That it copies a cluster to itself, another rule says.
      if (replication.from === replication.to) continue;
      const way = wayBack(replication, [...replications.values()]);
      if (way)
        yield at(replication, 'to')
          .problem(`records would come back: ${[replication.from, ...way].map((name) => `'${name}'`).join(' → ')}`)
          .fix('remove one of the replications: here one cluster is active, the others stand by');
    }
  },
};

/** The clusters on the shortest way from a replication's target to its source. */
function wayBack({ from, to }: Replication, all: readonly Replication[]): string[] | undefined {
  const ways = [[to]];
  const seen = new Set([to]);
  for (const way of ways) {
    if (way.length > 1 && way.at(-1) === from) return way;
    for (const next of all)
      if (next.from === way.at(-1) && (next.to === from || !seen.has(next.to))) {
        seen.add(next.to);
        ways.push([...way, next.to]);
      }
  }
  return undefined;
}

export const onePerDirection: Rule = {
  code: 'KFK-R003',
  severity: 'error',
  title: 'From one cluster to another there is one replication',
  source:
    'https://github.com/apache/kafka/blob/4.3/connect/mirror-client/src/main/java/org/apache/kafka/connect/mirror/ReplicationPolicy.java: offset syncs and checkpoints are named after the source alone',
  *check({ replications }) {
    const seen = new Map<string, string>();
    for (const replication of replications.values()) {
      const { name, from, to } = replication;
      const other = seen.get(`${from} ${to}`);
      if (other)
        yield at(replication)
          .problem(`'${other}' also copies '${from}' to '${to}', and both would write its offset syncs`)
          .fix('say the topics of both in one replication');
      else seen.set(`${from} ${to}`, name);
    }
  },
};

export const standbyIsEmpty: Rule = {
  code: 'KFK-R004',
  severity: 'error',
  title: 'A cluster that stands by holds nothing of its own, and nothing runs beside it but what copies to it',
  source: `${georeplication}: active/passive; what applications write at the target comes back to nobody`,
  *check({ replications, topics, applications }) {
    const others = [...replications.values()].filter(({ from, to }) => from !== to);
    const standby = new Map(others.map(({ name, to }) => [to, name]));
    const own = [
      ...[...topics.values()].filter(({ role }) => role === 'records'),
      ...[...applications.values()].filter(({ workload }) => workload?.kind !== 'replication'),
    ];
    for (const noun of own) {
      const replication = standby.get(noun.cluster);
      if (replication)
        yield at(noun, 'cluster')
          .problem(`'${noun.cluster}' stands by: '${replication}' copies another cluster to it`)
          .fix('place it on the active cluster');
    }
  },
};

export const replicationName: Rule = {
  code: 'KFK-R008',
  severity: 'error',
  title: "A replication's name leaves room for its two users, and nobody else has theirs",
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  *check({ replications, applications }) {
    for (const replication of replications.values()) {
      const names = sides.map((side) => mirrorApplication(replication.name, side));
      if (!labelForm.test(replication.name) || !names.every((name) => labelForm.test(name)))
        yield at(replication)
          .problem(`'${replication.name}' cannot be the name of a replication`)
          .fix(`${labelFix}; '-source' and '-target' are added to it`);
      for (const name of names) {
        const other = applications.get(name);
        const { kind, name: of } = other?.workload ?? {};
        if (other && !(kind === 'replication' && of === replication.name))
          yield at(replication)
            .problem(`its user '${name}' would be the application of that name`)
            .fix('rename one of them');
      }
    }
  },
};

export const mirrorCounts: Rule = {
  code: 'KFK-R009',
  severity: 'error',
  title: 'Tasks and instances are positive, and an RPO is a second or more',
  source: 'https://kafka.apache.org/documentation/#mirrormakerconfigs: intervals are whole seconds',
  *check({ replications }) {
    for (const replication of replications.values()) {
      for (const field of ['tasks', 'instances'] as const)
        if (replication[field] < 1)
          yield at(replication, field)
            .problem(`${replication[field]} is given where at least 1 is needed`)
            .fix('write 1 or more');
      if (replication.rpo < 1_000)
        yield at(replication, 'rpo').problem('MirrorMaker looks once a second at most').fix("write '1s' or more");
    }
  },
};

const byMirrorMaker = ({ replications, clusters }: Pick<Draft, 'replications' | 'clusters'>) =>
  [...replications.values()].filter(
    (one) => one.service === undefined && betweenTwo(one, clusters) && deadEnds(one, clusters).length === 0,
  );

export const mirrorProves: Rule = {
  code: 'KFK-R010',
  severity: 'error',
  title: 'Both clusters of a replication let MirrorMaker prove who it is by SCRAM or a certificate',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaMirrorMaker2ClusterSpec-reference',
  *check(draft) {
    const { clusters } = draft;
    for (const replication of byMirrorMaker(draft)) {
      const served = ends(replication).every(([, name]) => clusters.get(name)?.services?.replicator !== undefined);
      for (const [field, name] of ends(replication)) {
        const cluster = clusters.get(name);
        if (cluster)
          for (const finding of offersNoSecret(at(replication, field), cluster))
            yield served ? { ...finding, fix: "say by: 'msk-replicator', which reaches both by IAM" } : finding;
      }
    }
  },
};

export const mirrorsBeside: Rule = {
  code: 'KFK-R012',
  severity: 'error',
  title: 'Both clusters of a replication are run by the same means, so that MirrorMaker finds the credentials of both',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#con-mirrormaker-replication-str',
  *check({ replications, clusters }) {
    for (const replication of replications.values()) {
      if (deadEnds(replication, clusters).length > 0) continue;
      const [from, to] = [clusters.get(replication.from), clusters.get(replication.to)];
      if (from && to && from.appliedBy !== to.appliedBy)
        yield at(replication, 'from')
          .problem(`'${from.name}' (${from.backend}) keeps its credentials elsewhere than '${to.name}' (${to.backend})`)
          .fix('replicate between two clusters of one Kubernetes, or between two that it does not run');
    }
  },
};

/** Where a replication goes from and to, and who does it. */
export const replicationRules: readonly Rule[] = [
  betweenClusters,
  noRecordReturns,
  onePerDirection,
  standbyIsEmpty,
  replicationName,
  mirrorCounts,
  mirrorProves,
  mirrorsBeside,
];
