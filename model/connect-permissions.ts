import { type ConnectCluster, connectInternals } from './connect-cluster';
import { type Grant, literal, type Operation, prefixed, type ResourceType } from './grant';

/** What fails when the workers of a Connect cluster lack a permission. */
export const connectFailures = {
  'no-workers': 'the workers take no connector',
  'no-status': "the state of connectors is unknown: Connect's REST interface, which Strimzi asks, has none",
  'begins-anew': 'after a restart sources begin anew: what they wrote is written again',
  'stands-still': 'after a restart nothing moves',
  'no-source': 'sources write nothing',
} as const;
export type ConnectFailure = keyof typeof connectFailures;

/** What the workers may do for themselves, and what fails when one of the operations is taken away. */
export interface ConnectAccess {
  readonly resourceType: ResourceType;
  readonly patternType: 'Literal' | 'Prefixed';
  /** What it is granted on, in words. */
  readonly of: string;
  readonly name: (connectCluster: string) => string;
  readonly operations: Readonly<Partial<Record<Operation, ConnectFailure>>>;
  /** Granted only where `exactlyOnce` is said. */
  readonly exactlyOnce?: true;
}

const topic = (
  name: 'configStorageTopic' | 'offsetStorageTopic' | 'statusStorageTopic',
  of: string,
  failures: Readonly<Record<'Read' | 'Write', ConnectFailure>>,
): ConnectAccess => ({
  resourceType: 'Topic',
  patternType: 'Literal',
  of,
  name: (connectCluster) => connectInternals(connectCluster)[name],
  operations: { Create: 'no-workers', ...failures },
});

/**
 * The least that workers need for themselves; nothing on the cluster as a whole. What their connectors move is granted by
 * flows: a source writes its topics, a sink reads its own as the group `connect-<connector>`. `npm run drill:connect`
 * takes each away on real brokers and sees it fail as it says here.
 */
export const connectAccess: readonly ConnectAccess[] = [
  topic('configStorageTopic', "the connectors' configuration", { Read: 'no-workers', Write: 'no-workers' }),
  topic('offsetStorageTopic', "the sources' positions", { Read: 'stands-still', Write: 'begins-anew' }),
  topic('statusStorageTopic', "the connectors' state", { Read: 'stands-still', Write: 'no-status' }),
  {
    resourceType: 'Group',
    patternType: 'Literal',
    of: "the workers' group",
    name: (connectCluster) => connectInternals(connectCluster).groupId,
    operations: { Read: 'no-workers' },
  },
  {
    resourceType: 'TransactionalId',
    patternType: 'Literal',
    of: "the leader's transactions on the connectors' configuration",
    name: (connectCluster) => `connect-cluster-${connectInternals(connectCluster).groupId}`,
    operations: { Write: 'no-workers' },
    exactlyOnce: true,
  },
  {
    resourceType: 'TransactionalId',
    patternType: 'Prefixed',
    of: "each source task's transactions",
    name: (connectCluster) => `${connectInternals(connectCluster).groupId}-`,
    operations: { Write: 'no-source' },
    exactlyOnce: true,
  },
];

/** What the user of a Connect cluster is granted beside its connectors' flows. */
export const grantsOfConnectCluster = ({ name, exactlyOnce }: Pick<ConnectCluster, 'name' | 'exactlyOnce'>): Grant[] =>
  connectAccess
    .filter((access) => exactlyOnce || !access.exactlyOnce)
    .flatMap(({ resourceType, patternType, name: of, operations }) =>
      (Object.keys(operations) as Operation[]).map((operation) =>
        (patternType === 'Literal' ? literal : prefixed)(resourceType, of(name), operation),
      ),
    );
