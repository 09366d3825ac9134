import type { Application } from '../../model/application';
import type { Environment } from '../../model/environment';
import type { Kubernetes } from '../../model/kubernetes';

/** @throws Error for what no rule should have let pass */
export function namespacesOf({ name, kubernetes }: Environment): Kubernetes {
  if (!kubernetes) throw new Error(`the environment '${name}' names no namespace`);
  return kubernetes;
}

/** Where an application runs; what the kit runs itself is beside the cluster. */
export function namespaceOf(
  { namespace, workload }: Pick<Application, 'namespace' | 'workload'>,
  environment: Environment,
): string {
  const { namespace: own, applicationNamespace } = namespacesOf(environment);
  return workload ? own : (namespace ?? applicationNamespace);
}
