import type { KubernetesObject } from '../synth/kubernetes-unit';

export type { KubernetesObject };

/** An object as the API server has it. */
export interface LiveObject extends KubernetesObject {
  readonly metadata: KubernetesObject['metadata'] & {
    readonly uid?: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
    readonly managedFields?: readonly { readonly manager?: string; readonly operation?: string }[];
  };
  readonly status?: Readonly<Record<string, unknown>>;
}

/** `KafkaTopic/orders.created`, as approvals name what they are about. */
export const addressOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

/** `KafkaTopic/orders.created in kafka-dev`, for people. */
export const placeOf = (object: KubernetesObject): string =>
  object.metadata.namespace ? `${addressOf(object)} in ${object.metadata.namespace}` : addressOf(object);

/** `apps` of `apps/v1`; empty for Kubernetes' first kinds. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';

/** `KafkaTopic.kafka.strimzi.io`, or `ConfigMap`: a kind in any of its versions. */
export const groupKindOf = ({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string =>
  [kind, groupOf(apiVersion)].filter(Boolean).join('.');

/** The same for two objects that are one, in whichever version. */
export const identityOf = (object: KubernetesObject): string =>
  [groupKindOf(object), object.metadata.namespace ?? '', object.metadata.name].join('/');
