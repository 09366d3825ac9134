import { fieldManager } from './api';
import { memberLabel } from './applyset';
import { fieldsChanged } from './difference';
import { addressOf, groupKindOf, type KubernetesObject, type LiveObject } from './object';

/** Kinds that bear data, and those that grant access: nobody's are taken over without a word. */
const guarded: ReadonlySet<string> = new Set([
  ...['Kafka', 'KafkaNodePool', 'KafkaTopic', 'KafkaUser'].map((kind) => `${kind}.kafka.strimzi.io`),
  ...['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'].map((kind) => `${kind}.rbac.authorization.k8s.io`),
  'KafkaAccess.access.strimzi.io',
  'PersistentVolumeClaim',
  // With it come Pod Security and policies for whatever runs in it.
  'Namespace',
  'CustomResourceDefinition.apiextensions.k8s.io',
]);

/**
 * Whether somebody else made what is there: it is in no set, and neither was it applied by the kit nor is it what the
 * kit wrote and somebody else applied.
 */
export const isForeign = ({ metadata }: LiveObject): boolean =>
  metadata.labels?.[memberLabel] === undefined &&
  metadata.labels?.['app.kubernetes.io/managed-by'] !== fieldManager &&
  !(metadata.managedFields ?? []).some(({ manager }) => manager === fieldManager);

/** Whether the user said that an object is taken over: by its address, or all of its kind by `KafkaTopic/*`. */
export const isConsented = (object: KubernetesObject, adopt: readonly string[]): boolean =>
  adopt.includes(addressOf(object)) || adopt.includes(`${object.kind}/*`);

export const needsConsent = (object: KubernetesObject): boolean => guarded.has(groupKindOf(object));

/** What stays of somebody else's object that the description does not say, a line each. */
export const keptFields = (desired: KubernetesObject, after: LiveObject | undefined): string[] =>
  after && groupKindOf(desired).endsWith('.kafka.strimzi.io')
    ? fieldsChanged({ spec: after.spec }, { spec: desired.spec }).flatMap(({ path, before, after: said }) =>
        said === undefined ? [`${path}: ${before}`] : [],
      )
    : [];

/** What `--adopt` has to say for these objects; of many of one kind, the kind. */
export function adoptionOf(objects: readonly KubernetesObject[]): string {
  const kinds = [...new Set(objects.map(({ kind }) => kind))];
  return kinds
    .flatMap((kind) => {
      const those = objects.filter((object) => object.kind === kind);
      return those.length > 5 ? [`'${kind}/*'`] : those.map(addressOf);
    })
    .join(' ');
}
