import { valueAt } from '../value';
import type { ApiError } from './api-error';
import { groupOf, type KubernetesObject } from './object';

/** It gives somebody a role, and is applied after it. */
export const isBinding = ({ apiVersion, kind }: KubernetesObject): boolean =>
  groupOf(apiVersion) === 'rbac.authorization.k8s.io' && kind.endsWith('Binding');

/**
 * Whether a binding is refused only because its role is not there before it is applied. The API server reads the role to
 * see whether it grants more than who binds it has: an administrator it does not ask.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-binding-creation-or-update
 */
export function awaitsRole(object: KubernetesObject, error: ApiError, planned: readonly KubernetesObject[]): boolean {
  const [kind, name] = [valueAt(object, 'roleRef', 'kind'), valueAt(object, 'roleRef', 'name')];
  return (
    error.status === 404 &&
    isBinding(object) &&
    planned.some(
      ({ kind: made, metadata }) =>
        made === kind &&
        metadata.name === name &&
        (kind === 'ClusterRole' || metadata.namespace === object.metadata.namespace),
    )
  );
}
