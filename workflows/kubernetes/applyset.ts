import { createHash } from 'node:crypto';
import { compare } from '../../model/by-name';
import { fieldManager, type Resource } from './api';
import { groupKindOf, type KubernetesObject, type LiveObject } from './object';

/**
 * Which objects are an environment's: each has a label, and the ConfigMap `kafka-platform-kit` of its namespace says in
 * which kinds and namespaces they are to be looked for. This is the ApplySet specification.
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune
 */
export const parentName = 'kafka-platform-kit';

export const parentResource: Resource = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  plural: 'configmaps',
  namespaced: true,
};

const prefix = 'applyset.kubernetes.io';
export const memberLabel = `${prefix}/part-of`;
export const idLabel = `${prefix}/id`;
const toolingAnnotation = `${prefix}/tooling`;
const kindsAnnotation = `${prefix}/contains-group-kinds`;
const namespacesAnnotation = `${prefix}/additional-namespaces`;

/** kubectl leaves the set of another tool alone, so it never prunes what is protected here. */
const tooling = 'kafka-platform-kit/v1';

/** Where members are looked for. */
export interface Scope {
  /** `KafkaTopic.kafka.strimzi.io`. */
  readonly groupKinds: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
}

/** What the parent object says. */
export interface ApplySet extends Scope {
  readonly environment: string;
}

/** The value of {@link memberLabel}: it follows from the parent's name, as the specification says. */
export const idOf = (namespace: string): string =>
  `applyset-${createHash('sha256').update(`${parentName}.${namespace}.ConfigMap.`).digest('base64url')}-v1`;

/** An object as a member. */
export const asMember = <Object_ extends KubernetesObject>(object: Object_, id: string): Object_ => ({
  ...object,
  metadata: { ...object.metadata, labels: { ...object.metadata.labels, [memberLabel]: id } },
});

/** Where these objects are. */
export const scopeOf = (objects: readonly KubernetesObject[]): Scope => ({
  groupKinds: new Set(objects.map(groupKindOf)),
  namespaces: new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? [])),
});

export const union = (...scopes: readonly Scope[]): Scope => ({
  groupKinds: new Set(scopes.flatMap(({ groupKinds }) => [...groupKinds])),
  namespaces: new Set(scopes.flatMap(({ namespaces }) => [...namespaces])),
});

/** The parent object. */
export function parentOf(
  namespace: string,
  { environment, groupKinds, namespaces }: ApplySet,
): KubernetesObject & {
  readonly data: Readonly<Record<string, string>>;
} {
  const others = [...namespaces].filter((name) => name !== namespace).sort(compare);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: parentName,
      namespace,
      labels: { [idLabel]: idOf(namespace), 'app.kubernetes.io/managed-by': fieldManager },
      annotations: {
        [toolingAnnotation]: tooling,
        [kindsAnnotation]: [...groupKinds].sort(compare).join(','),
        [namespacesAnnotation]: others.join(','),
      },
    },
    data: { environment },
  };
}

/** What a parent object says; none where there is no such object yet. */
export function applySetOf(parent: (LiveObject & { readonly data?: Readonly<Record<string, string>> }) | undefined) {
  if (!parent) return undefined;
  const { annotations = {}, labels = {}, namespace = '' } = parent.metadata;
  const listed = (annotation: string) => (annotations[annotation] ?? '').split(',').filter(Boolean);
  return {
    environment: parent.data?.environment,
    tooling: annotations[toolingAnnotation],
    isOurs:
      labels[idLabel] === idOf(namespace) && (annotations[toolingAnnotation] ?? '').startsWith(`${fieldManager}/`),
    groupKinds: new Set(listed(kindsAnnotation)),
    namespaces: new Set([namespace, ...listed(namespacesAnnotation)]),
  };
}

/**
 * Whether the kit made an object as a member. The label alone does not say so: Strimzi copies labels of a Kafka to what
 * it makes for it.
 */
export const isMember = ({ metadata }: LiveObject, id: string): boolean =>
  metadata.labels?.[memberLabel] === id &&
  (metadata.ownerReferences ?? []).length === 0 &&
  (metadata.managedFields ?? []).some(({ manager }) => manager === fieldManager);
