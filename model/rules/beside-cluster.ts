import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { dnsLabelFix, dnsLabelForm } from '../kubernetes-name';
import { labelFix, labelForm } from '../names';
import { useInstead } from '../near-miss';
import type { Origin } from '../place';
import { at, type Finding } from '../problem';
import { type Workload, workloadAuthentications } from '../workload';

/** What the kit runs beside a cluster for programs to call. */
export interface Beside {
  readonly name: string;
  readonly cluster: string;
  readonly instances: number;
  readonly authentication: string;
  readonly clients: readonly string[];
  readonly origin: Origin;
}

/** Nouns whose cluster is there. */
function* placed<Noun extends Beside>(nouns: Iterable<Noun>, { clusters }: Draft): Iterable<[Noun, Cluster]> {
  for (const noun of nouns) {
    const cluster = clusters.get(noun.cluster);
    if (cluster) yield [noun, cluster];
  }
}

export function* unknownCluster(nouns: Iterable<Beside>, { clusters, environment, broken }: Draft): Iterable<Finding> {
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

export function* notOnKubernetes(nouns: Iterable<Beside>, draft: Draft): Iterable<Finding> {
  for (const [noun, { name, backend, appliedBy }] of placed(nouns, draft))
    if (appliedBy !== 'kubernetes')
      yield at(noun, 'cluster')
        .problem(`'${name}' is a ${backend} cluster, beside which the kit runs nothing`)
        .fix('place it on a cluster that Kubernetes runs (strimzi), or remove it here');
}

/** Users, Services and Deployments have its name; some of them with an ending. */
export function* badName(nouns: Iterable<Beside>, longest: number): Iterable<Finding> {
  for (const noun of nouns)
    if (!labelForm.test(noun.name) || noun.name.length > longest)
      yield at(noun)
        .problem(`'${noun.name}' cannot be its name`)
        .fix(`${labelFix.replace('63', String(longest))}`);
}

/**
 * Somebody else has its name: an application, or another thing beside a cluster. Strimzi's Secrets and Services of a
 * cluster begin with the cluster's name. A noun may have a Secret besides that of its user, with an ending.
 */
export function* takenName(
  nouns: Iterable<Beside>,
  { kind, ending = '' }: { readonly kind: Workload['kind']; readonly ending?: string },
  draft: Draft,
): Iterable<Finding> {
  const onKubernetes = [...draft.clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes');
  for (const noun of nouns) {
    const other = draft.applications.get(noun.name);
    if (other && !(other.workload?.kind === kind && other.workload.name === noun.name))
      yield at(noun)
        .problem(`'${noun.name}' is also ${whatIs(other.workload)}`)
        .fix('rename one of them');
    const neighbour = ending && draft.applications.get(`${noun.name}${ending}`);
    if (neighbour)
      yield at(noun)
        .problem(`its certificate and the credential of '${neighbour.name}' would be one Secret`)
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

export function* notPositive(nouns: Iterable<Beside>): Iterable<Finding> {
  for (const noun of nouns)
    if (noun.instances < 1)
      yield at(noun, 'instances')
        .problem(`${noun.instances} is given where at least 1 is needed`)
        .fix('write 1 or more');
}

export function* cannotProve(nouns: Iterable<Beside>, draft: Draft): Iterable<Finding> {
  for (const [noun, { name, authentication }] of placed(nouns, draft)) {
    const offered = authentication.filter((way) => workloadAuthentications.includes(way));
    if (offered.length === 0)
      yield at(noun, 'cluster')
        .problem(`'${name}' offers only ${authentication.join(', ')}, and nothing that a secret can prove`)
        .fix(`add one of: ${workloadAuthentications.join(', ')} to its authentication`);
    else if (!offered.some((way) => way === noun.authentication))
      yield at(noun, 'authentication')
        .problem(`'${noun.authentication}' is given where '${name}' offers ${offered.join(', ')}`)
        .fix(useInstead(noun.authentication, offered));
  }
}

/** Namespaces are labels, and somebody may call. */
export function* badClients(nouns: Iterable<Beside>, { environment }: Draft): Iterable<Finding> {
  if (!environment.kubernetes) return; // Without it there is nothing on Kubernetes, which another rule says.
  for (const noun of nouns) {
    if (noun.clients.length === 0)
      yield at(noun, 'clients').problem('nobody may call it').fix('name the namespaces of its clients, or remove it');
    for (const [index, client] of noun.clients.entries())
      if (!dnsLabelForm.test(client))
        yield at(noun, 'clients', index).problem(`'${client}' cannot be the name of a namespace`).fix(dnsLabelFix);
  }
}
