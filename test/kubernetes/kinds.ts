import type { Manifest } from '../support/manifests';

/** `kafka.strimzi.io/v1 Kafka`: two kinds of different groups may have one name. */
export const kindOf = ({ apiVersion, kind }: Manifest): string => `${apiVersion} ${kind}`;

/**
 * Kinds of Kubernetes itself: no definition is installed for them, the API server brings their schemas. Every other
 * kind of the output has a definition in `crds/`, which is a schema with CEL rules.
 */
export const builtIn: readonly string[] = [
  'v1 ConfigMap',
  'v1 Namespace',
  'v1 Service',
  'v1 ServiceAccount',
  'apps/v1 Deployment',
  'networking.k8s.io/v1 NetworkPolicy',
  'policy/v1 PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1 Role',
  'rbac.authorization.k8s.io/v1 RoleBinding',
];

/**
 * Kinds of which the definition is not in `crds/`: nobody judges them here but the schema that is named. A kind of
 * the output that is neither there nor built in fails the tests.
 */
export const withoutDefinition: Readonly<Record<string, string>> = {};

/** `  12 KafkaTopic` for each kind, sorted. */
export function countsOf(objects: readonly Manifest[]): string {
  const byKind = new Map<string, number>();
  for (const object of objects) byKind.set(kindOf(object), (byKind.get(kindOf(object)) ?? 0) + 1);
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${String(count).padStart(6)} ${kind}\n`)
    .join('');
}
