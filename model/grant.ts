export type ResourceType = 'Topic' | 'Group' | 'TransactionalId' | 'Cluster';

/** Kafka's operations; `All` is each of them. */
export const operations = [
  'All',
  'Read',
  'Write',
  'Create',
  'Delete',
  'Alter',
  'Describe',
  'DescribeConfigs',
  'AlterConfigs',
  'IdempotentWrite',
] as const;
export type Operation = (typeof operations)[number];

/** What may be done on what, in Kafka's own terms. */
export interface Grant {
  readonly resourceType: ResourceType;
  readonly resourceName: string;
  /** A literal `*` is every name. */
  readonly patternType: 'Literal' | 'Prefixed';
  readonly operation: Operation;
}

/**
 * What Kafka knows to do with each type of resource.
 * https://kafka.apache.org/documentation/#operations_resources_and_protocols
 */
export const operationsOn = {
  Topic: ['Read', 'Write', 'Create', 'Delete', 'Alter', 'Describe', 'DescribeConfigs', 'AlterConfigs'],
  Group: ['Read', 'Delete', 'Describe', 'DescribeConfigs', 'AlterConfigs'],
  TransactionalId: ['Write', 'Describe'],
  Cluster: ['Create', 'Alter', 'Describe', 'DescribeConfigs', 'AlterConfigs', 'IdempotentWrite'],
} as const satisfies Record<ResourceType, readonly Operation[]>;

/** What an allowed operation brings with it; a denied one takes nothing but itself. */
const implied: Partial<Record<Operation, Operation>> = {
  Read: 'Describe',
  Write: 'Describe',
  Delete: 'Describe',
  Alter: 'Describe',
  AlterConfigs: 'DescribeConfigs',
};

/** Every operation that an allowed one lets do, itself first. */
export function operationsAllowedBy({ resourceType, operation }: Grant): readonly Operation[] {
  if (operation === 'All') return operationsOn[resourceType];
  const also = implied[operation];
  return also ? [operation, also] : [operation];
}

/** The name that ACLs have for the cluster as a whole. */
export const clusterName = 'kafka-cluster';

export const literal = (resourceType: ResourceType, resourceName: string, operation: Operation): Grant => ({
  resourceType,
  resourceName,
  patternType: 'Literal',
  operation,
});

/** On every name that begins with it. */
export const prefixed = (resourceType: ResourceType, resourceName: string, operation: Operation): Grant => ({
  resourceType,
  resourceName,
  patternType: 'Prefixed',
  operation,
});

/** On every name there is. */
export const wildcard = (resourceType: Exclude<ResourceType, 'Cluster'>, operation: Operation): Grant =>
  literal(resourceType, '*', operation);

/** On the cluster as a whole. */
export const onCluster = (operation: Operation): Grant => literal('Cluster', clusterName, operation);

type Pattern = Pick<Grant, 'resourceType' | 'resourceName' | 'patternType'>;

const isEvery = ({ resourceName, patternType }: Pattern) => patternType === 'Literal' && resourceName === '*';

/** Whether every name that the second pattern stands for is one of the first. */
export function covers(outer: Pattern, inner: Pattern): boolean {
  if (outer.resourceType !== inner.resourceType) return false;
  if (isEvery(outer)) return true;
  if (outer.patternType === 'Prefixed') return !isEvery(inner) && inner.resourceName.startsWith(outer.resourceName);
  return inner.patternType === 'Literal' && inner.resourceName === outer.resourceName;
}

/** The names that two patterns have in common: those of the narrower one, for neither reaches half into the other. */
export const common = <One extends Pattern>(one: One, other: Pattern): Pattern | undefined => {
  if (covers(one, other)) return other;
  return covers(other, one) ? one : undefined;
};
