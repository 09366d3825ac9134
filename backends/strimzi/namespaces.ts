import type { Environment } from '../../model/environment';
import type { Kubernetes } from '../../model/kubernetes';

/** @throws Error for what no rule should have let pass */
export function namespacesOf({ name, kubernetes }: Environment): Kubernetes {
  if (!kubernetes) throw new Error(`the environment '${name}' names no namespace`);
  return kubernetes;
}
