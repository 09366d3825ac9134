import type { Cluster } from '../../../model/cluster';
import type { Resolved } from '../../../model/resolved';
import { loadCompiled } from '../../../workflows/load/compiled';
import type { Description } from '../../../workflows/load/description';
import { isMap } from '../../../workflows/load/description';
import { same, shown } from '../../../workflows/promote/field-kinds';
import { applicationGrades, type FieldGrades, topicGrades } from '../../../workflows/promote/grades';
import { note, table } from './reference';

interface Column {
  readonly name: string;
  readonly resolved: Resolved;
  readonly description: Description;
}

/** What each environment of this repository is, and where they differ. */
export function environmentsPage(folder: string): string {
  // Acceptances and approvals end some day; the page must not.
  const { environments } = loadCompiled({ folder, today: '0001-01-01' });
  const columns = inChains(
    environments.flatMap(({ name, resolved, description }) => (resolved ? [{ name, resolved, description }] : [])),
  );
  const names = columns.map(({ name }) => name);
  const rows = Object.entries(facts).map(([fact, tell]) => [fact, ...columns.map((column) => tell(column) || '–')]);
  const topics = differing(columns, topicsOf, topicGrades);
  const applications = differing(columns, applicationsOf, applicationGrades);
  return `# Environments

${note}

Those of this repository, in the order in which they promote. A release is explained in [Promotion](../guides/promotion.md).

${table(['', ...names], rows)}

## Topics

Only what is not the same everywhere.

${table(['topic', 'field', ...names], topics)}

## Applications

Only what is not the same everywhere.

${table(['application', 'field', ...names], applications)}
`;
}

/** Those of the platform: what the kit runs beside a cluster, and the topics that it keeps, belong to one environment. */
const applicationsOf = ({ applications }: Resolved) =>
  new Map([...applications].filter(([, { workload }]) => !workload));
const topicsOf = ({ topics }: Resolved) => new Map([...topics].filter(([, { role }]) => role !== 'internal'));

/** A row each. */
const facts: Readonly<Record<string, (column: Column) => string>> = {
  'back end': ({ resolved }) => perCluster(resolved, ({ backend }) => backend),
  'applied by': ({ resolved }) => perCluster(resolved, ({ appliedBy }) => appliedBy),
  'GitOps controller': ({ resolved }) => resolved.environment.gitops?.controller ?? '',
  size: ({ resolved }) => perCluster(resolved, sizeOf),
  authentication: ({ resolved }) => perCluster(resolved, ({ authentication }) => authentication.join(', ')),
  'secrets store': ({ resolved }) => perCluster(resolved, (cluster) => storeOf(resolved, cluster)),
  state: ({ resolved }) => resolved.environment.state.backend,
  profile: ({ resolved }) => resolved.environment.profile,
  'data may be destroyed': ({ resolved }) => (resolved.environment.disposable ? 'by the description' : 'when approved'),
  'promotes from': ({ resolved }) => resolved.environment.promotesFrom ?? '',
  release: ({ description }) =>
    ({ head: 'the working tree', unpromoted: 'none yet', release: `\`${description.release}\``, lost: 'lost' })[
      description.basis
    ],
  overrides: ({ description }) => overridesOf(description).join(', '),
  'accepted previews': ({ resolved }) =>
    Object.entries(resolved.environment.accepts)
      .map(([feature, accepted]) => `${feature} until ${accepted?.until}`)
      .join(', '),
  replications: ({ resolved }) =>
    [...resolved.replications.values()].map(({ name, from, to }) => `${name}: ${from} → ${to}`).join(', '),
  'beside a cluster': ({ resolved }) =>
    [...resolved.applications.values()]
      .flatMap(({ name, cluster, workload }) =>
        workload && workload.kind !== 'replication' ? [`${name}: ${workload.kind} on ${cluster}`] : [],
      )
      .join(', '),
};

/** What all clusters share is told once. */
function perCluster({ clusters }: Resolved, tell: (cluster: Cluster) => string): string {
  const told = [...clusters.values()].map((cluster) => [cluster.name, tell(cluster)] as const);
  if (new Set(told.map(([, text]) => text)).size === 1) return told[0]?.[1] ?? '';
  return told.map(([name, text]) => `${name}: ${text}`).join('; ');
}

const sizeOf = ({ units, brokers, tier }: Cluster): string =>
  `${units === undefined ? `${brokers} broker${brokers === 1 ? '' : 's'}` : `${units} unit${units === 1 ? '' : 's'}`}${tier ? `, ${tier}` : ''}`;

const storeOf = ({ environment }: Resolved, { secretStores }: Cluster): string =>
  secretStores.find((store) => store === environment.secrets.store) ?? secretStores[0];

/** `orders.created: partitions`. */
const overridesOf = ({ value }: Description): string[] =>
  Object.values(isMap(value.overrides) ? value.overrides : {}).flatMap((nouns) =>
    Object.entries(isMap(nouns) ? nouns : {}).map(
      ([name, fields]) => `${name} (${Object.keys(fields ?? {}).join(', ')})`,
    ),
  );

/** Field by field, where at least two environments do not agree. */
function differing(
  columns: readonly Column[],
  nounsOf: (resolved: Resolved) => ReadonlyMap<string, object>,
  fields: Readonly<Record<string, FieldGrades>>,
): string[][] {
  const names = [...new Set(columns.flatMap(({ resolved }) => [...nounsOf(resolved).keys()]))].sort();
  return names.flatMap((name) =>
    Object.entries(fields).flatMap(([field, { kind }]) => {
      const values = columns.map(({ resolved }) => nounsOf(resolved).get(name)?.[field as never] as unknown);
      if (values.every((value) => same(value, values[0]))) return [];
      return [[name, field, ...values.map((value) => shown(kind, value) ?? '–')]];
    }),
  );
}

/** Each chain from where it begins, chains by name. */
function inChains(columns: readonly Column[]): readonly Column[] {
  const before = ({ resolved }: Column) => resolved.environment.promotesFrom;
  const following = (name: string): readonly Column[] =>
    columns.filter((column) => before(column) === name).flatMap((column) => [column, ...following(column.name)]);
  const heads = columns.filter((column) => !columns.some(({ name }) => name === before(column)));
  return heads.flatMap((head) => [head, ...following(head.name)]);
}
