import type { Feature } from '../capabilities';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { labelFixOf, labelForm } from '../names';
import { useInstead } from '../near-miss';
import { at, type Finding } from '../problem';
import type { Rule } from '../rule';
import { type ClusterWorkload, provedBySecret, type Workload, workloadAuthentications } from '../workload';

/** A kind of workload on one cluster, for the rules that hold for every such kind. */
export interface WorkloadKind<Noun extends ClusterWorkload = ClusterWorkload> {
  readonly kind: Exclude<Workload['kind'], 'replication'>;
  /** As titles call one: `bridge`. */
  readonly noun: string;
  readonly source: string;
  /** What a name may have, with room for what is added to it. */
  readonly longestName: number;
  readonly all: (draft: Draft) => readonly Noun[];
}

/** The codes of what holds for every workload on one cluster. */
export interface BesideCodes {
  readonly cluster: string;
  /** Absent: the kind has a rule of its own for it. */
  readonly authentication?: string;
}

/** What holds for every workload on one cluster. */
export const besideRules = (kind: WorkloadKind, { cluster, authentication }: BesideCodes): readonly Rule[] => [
  {
    code: cluster,
    severity: 'error',
    title: `A ${kind.noun} is on a cluster of the environment`,
    source: kind.source,
    check: (draft) => unknownCluster(kind.all(draft), draft),
  },
  ...(authentication === undefined
    ? []
    : [
        provesItself(kind, {
          code: authentication,
          title: `A ${kind.noun} proves who it is in a way that its cluster offers: by SCRAM or a certificate`,
        }),
      ]),
];

export interface ProvesItself extends Pick<Rule, 'code' | 'title'> {
  /** What holds for those of the kind that prove themselves otherwise. Default: there are none. */
  readonly also?: Rule['check'];
}

/** What a secret proves, by what its cluster offers. */
export const provesItself = ({ source, all }: WorkloadKind, { code, title, also }: ProvesItself): Rule => ({
  code,
  severity: 'error',
  title,
  source,
  *check(draft) {
    yield* cannotProve(all(draft), draft);
    if (also) yield* also(draft);
  },
});

/** Nouns whose cluster is there. */
export function* placed<Noun extends ClusterWorkload>(
  nouns: readonly Noun[],
  { clusters }: Draft,
): Iterable<[Noun, Cluster]> {
  for (const noun of nouns) {
    const cluster = clusters.get(noun.cluster);
    if (cluster) yield [noun, cluster];
  }
}

function* unknownCluster(
  nouns: readonly ClusterWorkload[],
  { clusters, environment, broken }: Draft,
): Iterable<Finding> {
  if (clusters.size === 0) return; // Another rule says so, or it was described wrongly.
  for (const noun of nouns)
    if (!clusters.has(noun.cluster) && !broken.has('clusters', noun.cluster))
      yield at(noun, 'cluster')
        .problem(
          noun.cluster
            ? `no cluster of '${environment.name}' is called '${noun.cluster}'`
            : `'${environment.name}' has ${clusters.size} clusters and this says none of them`,
        )
        .fix(useInstead(noun.cluster, clusters.keys()));
}

/** Nothing that a cluster offers can be proved with a secret of a kind that such workloads know. */
export function* offersNoSecret(place: ReturnType<typeof at>, cluster: Cluster): Iterable<Finding> {
  if (provedBySecret(cluster.authentication).length > 0) return;
  const known = workloadAuthentications.join(', ');
  const can = workloadAuthentications.some((way) => canOffer(cluster, way as Feature));
  yield place
    .problem(`'${cluster.name}' offers only ${cluster.authentication.join(', ')}, and none of ${known}`)
    .fix(can ? `add one of: ${known} to its authentication` : `name a cluster that offers one of: ${known}`);
}

/** Whether it could be added to what a cluster offers. */
function canOffer({ capabilities }: Cluster, way: Feature): boolean {
  const found = capabilities[way];
  return found.support !== 'unsupported' || found.instead.startsWith(`add '${way}'`);
}

function* cannotProve(nouns: readonly ClusterWorkload[], draft: Draft): Iterable<Finding> {
  for (const [noun, cluster] of placed(nouns, draft)) {
    yield* offersNoSecret(at(noun, 'cluster'), cluster);
    const offered = provedBySecret(cluster.authentication);
    if (offered.length > 0 && !offered.includes(noun.authentication))
      yield at(noun, 'authentication')
        .problem(`'${noun.authentication}' is given where '${cluster.name}' offers ${offered.join(', ')}`)
        .fix(useInstead(noun.authentication, offered));
  }
}

/** Users, Services and Deployments have its name; some of them with an ending. */
export function* badName({ all, longestName }: WorkloadKind, draft: Draft): Iterable<Finding> {
  for (const noun of all(draft))
    if (!labelForm.test(noun.name) || noun.name.length > longestName)
      yield at(noun).problem(`'${noun.name}' cannot be its name`).fix(labelFixOf(longestName));
}

/**
 * Somebody else has its name: an application, or another thing beside a cluster. Strimzi's Secrets and Services of a
 * cluster begin with the cluster's name.
 */
export function* takenName({ kind, all }: WorkloadKind, draft: Draft): Iterable<Finding> {
  const onKubernetes = [...draft.clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes');
  for (const noun of all(draft)) {
    const other = draft.applications.get(noun.name);
    if (other && !(other.workload?.kind === kind && other.workload.name === noun.name))
      yield at(noun)
        .problem(`'${noun.name}' is also ${whatIs(other.workload)}`)
        .fix('rename one of them');
    const taken = onKubernetes.find(({ name }) => noun.name === name || noun.name.startsWith(`${name}-`));
    if (taken)
      yield at(noun)
        .problem(`what belongs to the cluster '${taken.name}' has names that begin so, its Secrets among them`)
        .fix(`use a name that is not '${taken.name}' and does not begin with '${taken.name}-'`);
  }
}

const whatIs = (workload: Workload | undefined): string =>
  workload ? `the user of the ${workload.kind.replace('-', ' ')} '${workload.name}'` : 'an application';

export function* noInstance({ all }: WorkloadKind, draft: Draft, fix = 'write 1 or more'): Iterable<Finding> {
  for (const noun of all(draft))
    if (noun.instances < 1)
      yield at(noun, 'instances').problem(`${noun.instances} is given where at least 1 is needed`).fix(fix);
}
