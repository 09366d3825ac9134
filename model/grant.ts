export type ResourceType = 'Topic' | 'Group' | 'TransactionalId' | 'Cluster';
export type Operation =
  | 'Read'
  | 'Write'
  | 'Create'
  | 'Delete'
  | 'Alter'
  | 'Describe'
  | 'DescribeConfigs'
  | 'AlterConfigs';

/** What may be done on what, in Kafka's own terms. */
export interface Grant {
  readonly resourceType: ResourceType;
  readonly resourceName: string;
  readonly patternType: 'Literal' | 'Prefixed';
  readonly operation: Operation;
}

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
