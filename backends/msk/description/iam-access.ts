import type { Operation, ResourceType } from '../../../model/grant';
import type { Permission } from '../../../model/permissions';
import type { MskResource, Statement } from '../../../render/msk/policy-document';

/**
 * IAM's actions for each of Kafka's operations: its own first, then what IAM wants beside it and Kafka implies.
 * https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html, read 2026-11-21
 */
export const actions = {
  Topic: {
    Read: ['ReadData', 'DescribeTopic'],
    Write: ['WriteData', 'DescribeTopic'],
    Create: ['CreateTopic'],
    Delete: ['DeleteTopic', 'DescribeTopic'],
    Alter: ['AlterTopic', 'DescribeTopic'],
    Describe: ['DescribeTopic'],
    DescribeConfigs: ['DescribeTopicDynamicConfiguration'],
    AlterConfigs: ['AlterTopicDynamicConfiguration', 'DescribeTopicDynamicConfiguration'],
  },
  Group: {
    Read: ['AlterGroup', 'DescribeGroup'],
    Delete: ['DeleteGroup', 'DescribeGroup'],
    Describe: ['DescribeGroup'],
  },
  TransactionalId: {
    Write: ['AlterTransactionalId', 'DescribeTransactionalId'],
    Describe: ['DescribeTransactionalId'],
  },
  Cluster: {
    Alter: ['AlterCluster', 'DescribeCluster'],
    Describe: ['DescribeCluster'],
    DescribeConfigs: ['DescribeClusterDynamicConfiguration'],
    AlterConfigs: ['AlterClusterDynamicConfiguration', 'DescribeClusterDynamicConfiguration'],
    IdempotentWrite: ['WriteDataIdempotently'],
  },
} as const satisfies Record<ResourceType, Partial<Record<Operation, readonly [string, ...string[]]>>>;

const resourceTypes = {
  Topic: 'topic',
  Group: 'group',
  TransactionalId: 'transactional-id',
  Cluster: 'cluster',
} as const satisfies Record<ResourceType, MskResource['type']>;

/** One application's permissions as IAM statements; resources with the same actions share one. */
export function iamStatements(permissions: readonly Permission[]): Statement[] {
  if (permissions.length === 0) return [];
  const byResource = new Map<string, { readonly of: Permission; readonly actions: Set<string> }>();
  for (const permission of permissions) {
    const key = `${permission.permission} ${permission.resourceType} ${nameOf(permission)}`;
    const known = byResource.get(key) ?? { of: permission, actions: new Set() };
    for (const action of actionsOf(permission)) known.actions.add(action);
    byResource.set(key, known);
  }
  const statements = new Map<string, Statement & { readonly resources: MskResource[] }>();
  for (const { of, actions } of byResource.values()) {
    const sorted = [...actions].sort();
    const key = `${of.permission} ${of.resourceType} ${sorted.join()}`;
    const known = statements.get(key) ?? { effect: of.permission, actions: sorted.map(inKafkaCluster), resources: [] };
    known.resources.push({ type: resourceTypes[of.resourceType], name: nameOf(of) });
    statements.set(key, known);
  }
  return [onCluster(permissions), ...statements.values()];
}

/** Everybody connects. Whoever writes does so idempotently, as Kafka's producers do by default; IAM asks for it on the cluster. */
function onCluster(permissions: readonly Permission[]): Statement {
  const writes = permissions.some(
    ({ resourceType, operation, permission }) =>
      permission === 'Allow' && resourceType === 'Topic' && ['Write', 'All'].includes(operation),
  );
  const needed = writes ? ['Connect', 'WriteDataIdempotently'] : ['Connect'];
  return { effect: 'Allow', actions: needed.map(inKafkaCluster), resources: [{ type: 'cluster' }] };
}

/** A refusal names the operation's own action alone: what comes beside it may be allowed for something else. */
function actionsOf({ resourceType, operation, permission }: Permission): readonly string[] {
  const all = actionsFor(resourceType, operation);
  if (!all) throw new Error(`IAM has no action for ${operation} on a ${resourceType}`);
  if (operation === 'All') return all;
  return permission === 'Deny' ? [all[0]] : all;
}

/** IAM's actions for one of Kafka's operations; nothing where it has none. */
export function actionsFor(
  resourceType: ResourceType,
  operation: Operation,
): readonly [string, ...string[]] | undefined {
  const found: Partial<Record<Operation, readonly [string, ...string[]]>> = actions[resourceType];
  if (operation !== 'All') return found[operation];
  const [first = '', ...others] = new Set(Object.values(found).flat());
  return [first, ...others];
}

const nameOf = ({ resourceType, resourceName, patternType }: Permission): string | undefined => {
  if (resourceType === 'Cluster') return undefined;
  return patternType === 'Prefixed' ? `${resourceName}*` : resourceName;
};

const inKafkaCluster = (action: string): string => `kafka-cluster:${action}`;
