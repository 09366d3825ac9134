import { compare } from '../../model/by-name';
import type { Consumes } from '../../model/flow';
import type { Owner } from '../../model/owner';
import type { Permission } from '../../model/permissions';
import { formatPath } from '../../model/place';
import type { Resolved } from '../../model/resolved';
import type { Topic } from '../../model/topic';
import { formatDuration } from '../../model/units';
import { falls, same, shown } from './field-kinds';
import {
  applicationGrades,
  connectorGrades,
  consumerGrades,
  type FieldGrades,
  type Graded,
  nounGrades,
  pluginGrades,
  topicGrades,
} from './grades';

/** One thing that an environment gets, loses or has otherwise. */
export interface Change extends Graded {
  /** The place in the platform: `topics['orders.created'].retention`; of access the application. */
  readonly path: string;
  /** What it was, as a person writes it. Absent: it was not there. */
  readonly before?: string;
  /** What it becomes. Absent: it goes. */
  readonly after?: string;
  /** What an approval of it names. Absent: it needs none. */
  readonly address?: string;
  /** The entry of `overrides.topics` that keeps what is there. Absent: none is suggested. */
  readonly keptBy?: string;
}

/** What differs between two releases as one environment sees them. Without a release before, everything is new. */
export function differenceOf(before: Resolved | undefined, after: Resolved): readonly Change[] {
  return [
    ...ownerChanges(before, after),
    ...topicChanges(before, after),
    ...applicationChanges(before, after),
    ...consumerChanges(before, after),
    ...connectorChanges(before, after),
    ...pluginChanges(before, after),
    ...accessChanges(before?.permissions ?? [], after.permissions),
  ];
}

function topicChanges(before: Resolved | undefined, after: Resolved): Change[] {
  const removals = new Map(after.shards.flatMap((shard) => shard.removals.map((topic) => [topic.name, topic.removed])));
  const address = ({ cluster, name }: Topic) => (before ?? after).clusters.get(cluster)?.addresses.topic(name);
  return pairs(before?.topics, after.topics).flatMap(([name, was, is]): Change[] => {
    const path = formatPath(['topics', name]);
    if (!was) return is ? [{ path, after: summary(is), ...nounGrades['topic comes'] }] : [];
    if (is)
      return fieldChanges(topicGrades, ['topics', name], was, is).map((change) =>
        change.approval ? { ...change, address: address(was), keptBy: keptBy(change, was) } : change,
      );
    const data = removals.get(name)?.data;
    if (data === 'keep') return [{ path, before: summary(was), ...nounGrades['topic goes, its data is kept'] }];
    const how = data === 'destroy' ? 'topic goes, its data is destroyed' : 'topic goes without a word';
    return [{ path, before: summary(was), ...nounGrades[how], address: address(was) }];
  });
}

/** Only of fewer partitions: a rollback can go on with those that there are. Dead letters have as many as their topic. */
const keptBy = ({ approval }: Graded, { name, partitions, role }: Topic): string | undefined =>
  role === 'records' && approval === topicGrades.partitions.less.approval
    ? `'${name}': { partitions: ${partitions} }`
    : undefined;

function applicationChanges(before: Resolved | undefined, after: Resolved): Change[] {
  return pairs(before?.applications, after.applications).flatMap(([name, was, is]): Change[] => {
    const path = formatPath(['applications', name]);
    if (!was) return is ? [{ path, after: `of ${is.owner}`, ...nounGrades['application comes'] }] : [];
    if (!is) return [{ path, before: `of ${was.owner}`, ...nounGrades['application goes'] }];
    return fieldChanges(applicationGrades, ['applications', name], was, is);
  });
}

function connectorChanges(before: Resolved | undefined, after: Resolved): Change[] {
  return pairs(before?.connectors, after.connectors).flatMap(([name, was, is]): Change[] => {
    const path = formatPath(['connectors', name]);
    if (!was) return is ? [{ path, after: is.class, ...nounGrades['connector comes'] }] : [];
    if (!is) return [{ path, before: was.class, ...nounGrades['connector goes'] }];
    return fieldChanges(connectorGrades, ['connectors', name], was, is);
  });
}

function pluginChanges(before: Resolved | undefined, after: Resolved): Change[] {
  return pairs(before?.plugins, after.plugins).flatMap(([name, was, is]): Change[] => {
    const path = formatPath(['plugins', name]);
    if (!was) return is ? [{ path, after: shown('artifacts', is.artifacts), ...nounGrades['plugin comes'] }] : [];
    if (!is) return [{ path, before: shown('artifacts', was.artifacts), ...nounGrades['plugin goes'] }];
    return fieldChanges(pluginGrades, ['plugins', name], was, is);
  });
}

/** Consumers that stay; those that come or go show as access. */
function consumerChanges(before: Resolved | undefined, after: Resolved): Change[] {
  return pairs(consumers(before), consumers(after)).flatMap(([, was, is]) =>
    was && is ? fieldChanges(consumerGrades, ['applications', is.application, 'consumes', is.topic], was, is) : [],
  );
}

const consumers = (resolved?: Resolved): ReadonlyMap<string, Consumes> =>
  new Map(
    (resolved?.flows ?? []).flatMap((flow) =>
      flow.direction === 'consume' ? [[`${flow.application} ${flow.topic}`, flow] as const] : [],
    ),
  );

function ownerChanges(before: Resolved | undefined, after: Resolved): Change[] {
  const text = (owner?: Owner) => owner && [owner.contact, owner.page, owner.description].filter(Boolean).join(', ');
  return pairs(before?.owners, after.owners).flatMap(([name, was, is]) => {
    const [had, has] = [text(was), text(is)];
    const graded = nounGrades[!was ? 'owner comes' : !is ? 'owner goes' : 'owner changes'];
    return had === has ? [] : [{ path: formatPath(['owners', name]), before: had, after: has, ...graded }];
  });
}

/** In Kafka's terms, application by application. */
function accessChanges(before: readonly Permission[], after: readonly Permission[]): Change[] {
  const [had, has] = [byGrant(before), byGrant(after)];
  const changes = [
    ...[...has].flatMap(([grant, permission]) =>
      had.has(grant) ? [] : [{ permission, after: grantText(permission), ...nounGrades[turns('widens', permission)] }],
    ),
    ...[...had].flatMap(([grant, permission]) =>
      has.has(grant)
        ? []
        : [{ permission, before: grantText(permission), ...nounGrades[turns('narrows', permission)] }],
    ),
  ];
  return changes
    .sort((a, b) => compare(a.permission.application, b.permission.application))
    .map(({ permission, ...change }) => ({ path: formatPath(['applications', permission.application]), ...change }));
}

/** More denials are less access. */
const turns = (how: 'widens' | 'narrows', { permission }: Permission) =>
  permission === 'Allow' ? (`access ${how}` as const) : how === 'widens' ? 'access narrows' : 'access widens';

const byGrant = (permissions: readonly Permission[]) =>
  new Map(
    permissions.map((permission) => [
      `${permission.cluster} ${permission.application} ${grantText(permission)}`,
      permission,
    ]),
  );

/** `Allow Write Topic orders.created`, with a star where the name is a prefix, and where it is let from. */
const grantText = ({ permission, operation, resourceType, resourceName, patternType, host }: Permission): string =>
  `${permission} ${operation} ${resourceType} ${resourceName}${patternType === 'Prefixed' ? '*' : ''}${host === '*' ? '' : ` from ${host}`}`;

const summary = ({ partitions, cleanup, retention }: Topic): string =>
  `${partitions} partitions, ${cleanup}, ${formatDuration(retention)}`;

/** The fields that differ, each with the grade of its direction. */
function fieldChanges<Noun extends object>(
  table: Readonly<Record<string, FieldGrades>>,
  path: readonly string[],
  before: Noun,
  after: Noun,
): Change[] {
  return Object.entries(table).flatMap(([field, { kind, more, less = more }]) => {
    const [was, is] = [before[field as keyof Noun], after[field as keyof Noun]];
    if (same(was, is)) return [];
    const graded = falls(kind, was, is) ? less : more;
    return [{ path: formatPath([...path, field]), before: shown(kind, was), after: shown(kind, is), ...graded }];
  });
}

/** Every name of either side, sorted, with what it names on each. */
const pairs = <Noun>(before: ReadonlyMap<string, Noun> = new Map(), after: ReadonlyMap<string, Noun>) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .sort(compare)
    .map((name) => [name, before.get(name), after.get(name)] as const);
