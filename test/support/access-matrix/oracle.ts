/**
 * Who may do what, read from a description as people read it: its words and Kafka's documentation, and none of the code
 * that the kit derives permissions with. Nothing is imported here: test/workflows/prove/access-oracle.test.ts holds to that.
 */

/** The part of an application that says what it does. */
interface DescribedApplication {
  readonly owner: string;
  readonly produces?: Readonly<Record<string, unknown>>;
  readonly consumes?: Readonly<Record<string, { readonly group?: string; readonly deadLetter?: unknown }>>;
  readonly transactional?: boolean;
  readonly streams?: { readonly applicationId?: string; readonly processingGuarantee?: string };
  readonly denies?: readonly Denied[];
  readonly hosts?: readonly string[];
}

/** What somebody may not do, whatever lets it. */
interface Denied {
  readonly topic?: string;
  readonly group?: string;
  readonly transactionalId?: string;
  readonly prefix?: boolean;
  readonly operations: readonly string[];
  readonly hosts?: readonly string[];
}

export interface DescribedOperator {
  readonly role: 'admin' | 'read-only' | 'break-glass';
  readonly denies?: readonly Denied[];
  readonly hosts?: readonly string[];
}

export interface DescribedPlatform {
  readonly topics: Readonly<Record<string, unknown>>;
  readonly applications: Readonly<Record<string, DescribedApplication>>;
}

export type Kind = 'Topic' | 'Group' | 'TransactionalId' | 'Cluster';

/** One ACL, in the words of Kafka's own tools. */
export interface Right {
  readonly who: string;
  readonly kind: Kind;
  readonly name: string;
  readonly pattern: 'LITERAL' | 'PREFIXED';
  readonly operation: string;
  readonly host: string;
  readonly permission: 'ALLOW' | 'DENY';
}

/** One question of the matrix. */
export interface Cell {
  readonly kind: Kind;
  readonly name: string;
  readonly operation: string;
}

/** The name of the only cluster resource that there is. */
export const cluster = 'kafka-cluster';

/** Every operation of a kind that a client can ask for. https://kafka.apache.org/documentation/#operations_in_kafka */
export const operations: Readonly<Record<Kind, readonly string[]>> = {
  Topic: ['Describe', 'Read', 'Write', 'Create', 'Delete', 'Alter', 'DescribeConfigs', 'AlterConfigs'],
  Group: ['Describe', 'Read', 'Delete', 'DescribeConfigs', 'AlterConfigs'],
  TransactionalId: ['Describe', 'Write', 'TwoPhaseCommit'],
  Cluster: ['Describe', 'Create', 'Alter', 'DescribeConfigs', 'AlterConfigs', 'ClusterAction', 'IdempotentWrite'],
};

/** What this oracle can read of an application; anything else could give a right that it does not see. */
const silent = ['owner', 'description', 'instances', 'quota', 'authentication', 'cluster', 'namespace', 'scaling'];
const heard = ['produces', 'consumes', 'transactional', 'streams', 'denies', 'hosts'];

/** What the description gives, as the guides say it in words. */
export function rightsOf(
  { applications }: DescribedPlatform,
  operators: Readonly<Record<string, DescribedOperator>> = {},
): Right[] {
  const ofApplications = Object.entries(applications).flatMap(([who, application]) => {
    const unknown = Object.keys(application).find((field) => ![...silent, ...heard].includes(field));
    if (unknown) throw new Error(`the oracle cannot read '${unknown}' of ${who}`);
    const asked = [...ofFlows(who, application), ...ofTransactions(who, application), ...ofStreams(who, application)];
    return fromHosts(application.hosts, [...asked, ...ofDenials(who, application.denies)]);
  });
  const ofOperators = Object.entries(operators).flatMap(([who, { role, denies, hosts }]) => {
    const asked = Object.entries(roles[role]).flatMap(([kind, operations]) =>
      operations.map((operation) => allow(who, kind as Kind, operation, kind === 'Cluster' ? cluster : '*')),
    );
    return fromHosts(hosts, [...asked, ...ofDenials(who, denies)]);
  });
  return [...new Map([...ofApplications, ...ofOperators].map((right) => [keyOf(right), right])).values()];
}

/** What each role may: makes and changes, but reads no record; looks; everything. docs/guides/access.md */
const roles: Readonly<Record<DescribedOperator['role'], Readonly<Record<Kind, readonly string[]>>>> = {
  admin: {
    Topic: ['Create', 'Delete', 'Alter', 'AlterConfigs'],
    Group: ['Read', 'Delete'],
    TransactionalId: ['Describe'],
    Cluster: ['Alter', 'AlterConfigs'],
  },
  'read-only': {
    Topic: ['Describe', 'DescribeConfigs'],
    Group: ['Describe'],
    TransactionalId: ['Describe'],
    Cluster: ['Describe', 'DescribeConfigs'],
  },
  'break-glass': { Topic: ['All'], Group: ['All'], TransactionalId: ['All'], Cluster: ['All'] },
};

const ofDenials = (who: string, denies: readonly Denied[] = []): Right[] =>
  denies.flatMap(({ topic, group, transactionalId, prefix, operations, hosts = ['*'] }) => {
    const [kind, name] = topic
      ? (['Topic', topic] as const)
      : group
        ? (['Group', group] as const)
        : (['TransactionalId', String(transactionalId)] as const);
    const pattern = prefix ? 'PREFIXED' : 'LITERAL';
    return operations.flatMap((operation) =>
      hosts.map((host): Right => ({ who, kind, name, pattern, operation, host, permission: 'DENY' })),
    );
  });

/** Addresses bound what is allowed; a denial has its own. */
const fromHosts = (hosts: readonly string[] = ['*'], rights: readonly Right[]): Right[] =>
  rights.flatMap((right) => (right.permission === 'DENY' ? [right] : hosts.map((host): Right => ({ ...right, host }))));

export const keyOf = ({ who, kind, name, pattern, operation, host, permission }: Right): string =>
  [who, kind, name, pattern, operation, host, permission].join(' ');

const allow = (who: string, kind: Kind, operation: string, name: string, pattern: Right['pattern'] = 'LITERAL') =>
  ({ who, kind, name, pattern, operation, host: '*', permission: 'ALLOW' }) as const;

/** Who produces writes; who consumes reads, commits for its group, and writes what it cannot process to the dead letter. */
const ofFlows = (who: string, { produces = {}, consumes = {}, streams }: DescribedApplication): Right[] => [
  ...Object.keys(produces).map((topic) => allow(who, 'Topic', 'Write', topic)),
  ...Object.entries(consumes).flatMap(([topic, { group = streams?.applicationId ?? who, deadLetter }]) => [
    allow(who, 'Topic', 'Read', topic),
    allow(who, 'Group', 'Read', group),
    ...(deadLetter ? [allow(who, 'Topic', 'Write', `${topic}.${group}.dlq`)] : []),
  ]),
];

/** Transactional ids begin with the application's name, or with the application id of Kafka Streams. */
function ofTransactions(who: string, { transactional, streams }: DescribedApplication): Right[] {
  const exactlyOnce = streams && streams.processingGuarantee !== 'at_least_once';
  if (exactlyOnce) return [allow(who, 'TransactionalId', 'Write', `${streams.applicationId ?? who}-`, 'PREFIXED')];
  return transactional ? [allow(who, 'TransactionalId', 'Write', `${who}-`, 'PREFIXED')] : [];
}

/** https://kafka.apache.org/documentation/streams/developer-guide/security.html: it makes, fills and empties internal topics. */
const ofStreams = (who: string, { streams }: DescribedApplication): Right[] =>
  streams
    ? ['Create', 'Delete', 'Read', 'Write'].map((operation) =>
        allow(who, 'Topic', operation, `${streams.applicationId ?? who}-`, 'PREFIXED'),
      )
    : [];

/** What brings an operation with it. A denial of the first is none of the second. https://kafka.apache.org/documentation/#operations_in_kafka */
const impliedBy: Readonly<Record<string, readonly string[]>> = {
  Describe: ['Read', 'Write', 'Delete', 'Alter'],
  DescribeConfigs: ['AlterConfigs'],
};

/**
 * What else a call asks for: it first has to find metadata of a topic, or the coordinator of a group or of a transactional
 * id. Two phases are those of a transaction, which takes the right to write one:
 * https://cwiki.apache.org/confluence/display/KAFKA/KIP-939%3A+Support+Participation+in+2PC
 */
const alsoAsked: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  Topic: { Read: 'Describe', Write: 'Describe', Delete: 'Describe' },
  Group: { Read: 'Describe', Delete: 'Describe' },
  TransactionalId: { Write: 'Describe', TwoPhaseCommit: 'Write' },
  Cluster: {},
};

/** Whether somebody's call from this machine must succeed, where these are all the rights there are. */
export function may(rights: readonly Right[], who: string, cell: Cell): boolean {
  const own = rights.filter((right) => right.who === who && ['*', '127.0.0.1'].includes(right.host));
  const also = alsoAsked[cell.kind][cell.operation];
  const needs = also ? [also, cell.operation] : [cell.operation];
  return needs.every((operation) => authorized(own, { ...cell, operation }));
}

function authorized(own: readonly Right[], cell: Cell): boolean {
  // Since 2.8 whoever may write some topic gets the id that an idempotent producer begins with.
  if (cell.operation === 'IdempotentWrite' && writesAnything(own)) return true;
  if (cell.operation !== 'Create') return isSaid(own, cell);
  // Who may create on the cluster makes any topic; who may make topics of any name makes one that nobody named, too.
  const onCluster = isSaid(own, { kind: 'Cluster', name: cluster, operation: 'Create' });
  const topic = cell.kind === 'Topic' ? cell.name : 'a topic that nobody named';
  return onCluster || isSaid(own, { kind: 'Topic', name: topic, operation: 'Create' });
}

/**
 * Whether there is a topic, of whatever name, that somebody may write: a right of every name holds unless every name is
 * denied, any other one unless a denial covers all of it.
 */
function writesAnything(own: readonly Right[]): boolean {
  const writes = own.filter(({ kind, operation }) => kind === 'Topic' && ['Write', 'All'].includes(operation));
  const [allowed, denied] = (['ALLOW', 'DENY'] as const).map((said) => writes.filter((one) => one.permission === said));
  const isEvery = ({ name, pattern }: Right) => name === '*' && pattern === 'LITERAL';
  if (denied?.some(isEvery)) return false;
  const isDenied = ({ name, pattern }: Right) =>
    denied?.some((one) =>
      one.pattern === 'PREFIXED' ? name.startsWith(one.name) : pattern === 'LITERAL' && name === one.name,
    );
  return allowed?.some((one) => isEvery(one) || !isDenied(one)) ?? false;
}

/** What no right denies, and one allows: itself, or what implies it. */
function isSaid(own: readonly Right[], cell: Cell): boolean {
  const here = own.filter((right) => covers(right, cell));
  const says = (permission: Right['permission'], said: readonly string[]) =>
    here.some((right) => right.permission === permission && said.includes(right.operation));
  if (says('DENY', [cell.operation, 'All'])) return false;
  return says('ALLOW', [cell.operation, 'All', ...(impliedBy[cell.operation] ?? [])]);
}

const covers = ({ kind, name, pattern }: Right, cell: Cell): boolean =>
  kind === cell.kind && (pattern === 'PREFIXED' ? cell.name.startsWith(name) : name === cell.name || name === '*');

/** Every resource that a right names, by a name that only it covers where it is a prefix, and one of each kind that nobody has. */
export function cellsOf(rights: readonly Right[], topics: readonly string[]): Cell[] {
  const named = (kind: Kind) =>
    rights
      .filter((right) => right.kind === kind && right.name !== '*')
      .map(({ name, pattern }) => (pattern === 'PREFIXED' ? `${name}of-the-matrix` : name));
  const names: Readonly<Record<Kind, readonly string[]>> = {
    Topic: [...topics, ...named('Topic'), 'nobodys.topic'],
    Group: [...named('Group'), 'nobodys-group'],
    TransactionalId: [...named('TransactionalId'), 'nobodys-id'],
    Cluster: [cluster],
  };
  return (Object.keys(names) as Kind[]).flatMap((kind) =>
    [...new Set(names[kind])]
      .sort()
      .flatMap((name) => operations[kind].map((operation) => ({ kind, name, operation }))),
  );
}
