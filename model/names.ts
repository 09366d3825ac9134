import type { ConnectionField } from './connection';
import type { Permission } from './permissions';
import { userOf } from './users';

/**
 * Owners, applications, clusters and environments: DNS labels, because they become users, folders and Kubernetes names.
 * No two dashes in a row, so that parts of a Terraform variable stay apart.
 */
export const labelForm = /^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** How to mend a name that is no label, or one with room for an ending. */
export const labelFixOf = (longest: number): string =>
  `use lower-case letters and digits with single dashes between, at most ${longest}, beginning with a letter`;
export const labelFix = labelFixOf(63);

/** What Kafka allows in the name of a topic; groups and transactional ids are held to the same letters. */
export const kafkaNameForm = /^[A-Za-z0-9._-]+$/;

/** Of brokers, whoever makes the topic. https://kafka.apache.org/documentation/#topicconfigs */
export const longestTopicName = 249;

/**
 * A Kafka name as a Terraform identifier: `orders.created` is `orders_created`.
 * Names that differ only in what is replaced collide; the rules refuse them, as Kafka's brokers do for topics.
 * An identifier begins with a letter or '_'; no topic begins with '__', so nothing else becomes `__2026_orders`.
 */
export const terraformId = (name: string): string =>
  name.replace(/[^A-Za-z0-9_-]/g, '_').replace(/^(?=[^A-Za-z_])/, '__');

/** `local-main-orders`: a stack and its state. */
export const stackName = (environment: string, cluster: string, shard: string): string =>
  `${environment}-${cluster}-${shard}`;

/** `main-orders`: the manifests of a shard, in a folder of its environment's own. */
export const chartName = (cluster: string, shard: string): string => `${cluster}-${shard}`;

/** `prod-main`: the stack of a cluster that the kit owns. */
export const clusterStackName = (environment: string, cluster: string): string => `${environment}-${cluster}`;

/** `main_bootstrap_servers`: the Terraform variable that carries one value of a cluster's connection. */
export const connectionVariable = (cluster: string, field: ConnectionField): string =>
  `${variablePart(cluster)}_${field}`;

/** `main_password__order_service`: the Terraform variable that carries an application's password. */
export const passwordVariable = (cluster: string, application: string): string =>
  `${variablePart(cluster)}_password__${variablePart(application)}`;

/** `order-service_write_topic_orders_created`, with `_prefixed_` where the pattern is, and `_from_10_0_0_7` where a host is said. */
export function permissionId(permission: Permission): string {
  const { operation, resourceType, patternType, resourceName, host } = permission;
  const kind = `${patternType === 'Prefixed' ? 'prefixed_' : ''}${resourceType.toLowerCase()}`;
  const action = permission.permission === 'Deny' ? `deny_${operation}` : operation;
  // Before the name, which may itself read like an address.
  const from = host === '*' ? '' : `_from_${terraformId(host).replace(/^__/, '')}`;
  const name = resourceName === '*' ? 'any' : terraformId(resourceName);
  return `${userOf(permission)}_${action.toLowerCase()}${from}_${kind}_${name}`;
}

/** Shells export names of letters, digits and underscores only. Labels hold no underscore and no two dashes in a row. */
const variablePart = (label: string): string => label.replaceAll('-', '_');
