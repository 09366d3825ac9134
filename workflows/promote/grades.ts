import type { Application } from '../../model/application';
import type { Connector } from '../../model/connector';
import type { Consumes } from '../../model/flow';
import type { Plugin } from '../../model/plugin';
import type { ApprovableCode } from '../../model/removal';
import type { Topic } from '../../model/topic';
import type { FieldKind } from './field-kinds';

/** What a change may do to those who rely on an environment: nothing, something that a person should see, or lose records. */
export const grades = ['safe', 'review', 'destructive'] as const;
export type Grade = (typeof grades)[number];

/** A grade with its reason. */
export interface Graded {
  readonly grade: Grade;
  readonly because: string;
  /** The judge's code whose approval lets it pass. Default: nothing lets it pass, or nothing has to. */
  readonly approval?: ApprovableCode;
}

/** How a field is read, and what it means that its value becomes more, or less. A kind without an order only has `more`. */
export interface FieldGrades {
  readonly kind: FieldKind;
  readonly more: Graded;
  /** Default: as `more`. */
  readonly less?: Graded;
}

const safe = (because: string): Graded => ({ grade: 'safe', because });
const review = (because: string): Graded => ({ grade: 'review', because });
const destructive = (because: string, approval?: ApprovableCode): Graded => ({
  grade: 'destructive',
  because,
  approval,
});

const told = safe('people read it, nothing acts on it');
const lost = 'brokers delete records that they would have kept';

/** Every field of a topic. */
export const topicGrades = {
  owner: { kind: 'text', more: review('another team answers for it') },
  description: { kind: 'text', more: told },
  unclassified: { kind: 'text', more: told },
  readers: { kind: 'names', more: review('others may read it') },
  erasure: { kind: 'text', more: told },
  classification: { kind: 'text', more: review('who may read it, and how long it may stay, hangs on it') },
  cluster: { kind: 'text', more: destructive('it would start empty there', 'KFK-D001') },
  partitions: {
    kind: 'count',
    more: review('new records of a key land elsewhere than its old ones'),
    less: destructive('Kafka takes no partition away: the topic would be made again, empty', 'KFK-D002'),
  },
  replicationFactor: {
    kind: 'count',
    more: review('brokers copy every partition'),
    less: review('fewer brokers may fail before records are lost'),
  },
  minInsyncReplicas: {
    kind: 'count',
    more: review('producers are refused sooner when brokers fail'),
    less: review('an acknowledged record is on fewer brokers'),
  },
  cleanup: {
    kind: 'policies',
    more: destructive(lost, 'KFK-D006'),
    less: review('records stay that would have been deleted'),
  },
  retention: { kind: 'duration', more: safe('records stay longer'), less: destructive(lost, 'KFK-D006') },
  retentionSize: { kind: 'size', more: safe('more records stay'), less: destructive(lost, 'KFK-D006') },
  maxMessageSize: { kind: 'bytes', more: review('producers may be refused, or consumers need larger buffers') },
  config: { kind: 'settings', more: review('brokers treat it otherwise') },
} as const satisfies Record<
  Exclude<keyof Topic, 'name' | 'role' | 'madeBy' | 'platform' | 'removed' | 'origin'>,
  FieldGrades
>;

/** Every field of an application; what it may do is graded as access, and what the kit runs beside a cluster is the environment's. */
export const applicationGrades = {
  owner: { kind: 'text', more: review('another team answers for it') },
  description: { kind: 'text', more: told },
  cluster: { kind: 'text', more: review('it has to connect elsewhere') },
  transactional: { kind: 'text', more: review('what its consumers read, and when, changes') },
  streams: { kind: 'streams', more: review('its group and internal topics change') },
  instances: { kind: 'count', more: told },
  quota: { kind: 'settings', more: review('brokers slow it down sooner or later than before') },
  namespace: { kind: 'text', more: review('its connection is delivered there') },
  scaling: { kind: 'settings', more: told },
  authentication: { kind: 'text', more: review('it needs another credential before it connects again') },
  keystores: { kind: 'text', more: review('it reads its certificates from other files') },
  oauth: { kind: 'settings', more: review('brokers may know it by another name, with the rights of that one') },
} as const satisfies Record<
  Exclude<
    keyof Application,
    'name' | 'user' | 'workload' | 'service' | 'operator' | 'until' | 'grants' | 'hosts' | 'denies' | 'origin'
  >,
  FieldGrades
>;

/** Every field of a consumer; that it reads at all is graded as access. */
export const consumerGrades = {
  group: { kind: 'text', more: review('a new group starts without offsets') },
  lagUnder: { kind: 'duration', more: review('somebody is paged sooner or later than before') },
  isolation: { kind: 'text', more: review('whether it reads records of open transactions changes') },
  deadLetter: { kind: 'dead-letter', more: review('failed records are tried, or kept, otherwise') },
} as const satisfies Record<
  Exclude<keyof Consumes, 'direction' | 'application' | 'topic' | 'connector' | 'origin'>,
  FieldGrades
>;

/** Every field of a connector that says what it does; what it may do is graded as access. */
export const connectorGrades = {
  owner: { kind: 'text', more: review('another team answers for it') },
  description: { kind: 'text', more: told },
  connectCluster: { kind: 'text', more: review('other workers, with a user and positions of their own, begin anew') },
  plugin: { kind: 'text', more: review('other files run with access to records') },
  class: { kind: 'text', more: review('another program moves the records') },
  tasks: { kind: 'count', more: safe('more of it runs at once'), less: safe('less of it runs at once') },
  state: { kind: 'text', more: review('records begin, or cease, to move') },
  config: { kind: 'settings', more: review('it treats records otherwise') },
  secrets: { kind: 'settings', more: review('its workers may read other Secrets') },
} as const satisfies Record<
  Exclude<keyof Connector, 'name' | 'clients' | 'schemaHistory' | 'postgres' | 'said' | 'origin'>,
  FieldGrades
>;

/** Every field of a plugin. */
export const pluginGrades = {
  artifacts: { kind: 'artifacts', more: review('other files run with access to records') },
  repository: { kind: 'text', more: review('its files come from elsewhere') },
} as const satisfies Record<Exclude<keyof Plugin, 'name' | 'origin'>, FieldGrades>;

/** What comes and goes as a whole. */
export const nounGrades = {
  'topic comes': safe('nobody relies on it yet'),
  'topic goes, its data is kept': review('the broker keeps it, and nothing manages it any more'),
  'topic goes, its data is destroyed': destructive('it is deleted with its records', 'KFK-D001'),
  'topic goes without a word': destructive('nothing says what becomes of its records', 'KFK-D001'),
  'application comes': safe('it has a principal of its own'),
  'application goes': review(
    'its credential and all it may do are taken back; where manifests are applied and not pruned, by hand',
  ),
  'connector comes': review('records begin to move'),
  'connector goes': review(
    'records cease to move; what holds its position elsewhere, such as a replication slot, stays',
  ),
  'plugin comes': safe('nothing runs it yet'),
  'plugin goes': safe('nothing may run it any more'),
  'access widens': review('it may do what it could not'),
  'access narrows': review('it is refused what it could do'),
  'owner comes': told,
  'owner changes': told,
  'owner goes': told,
} as const satisfies Record<string, Graded>;
