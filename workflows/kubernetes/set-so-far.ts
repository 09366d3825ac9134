import { exitCode, Failure } from '../failure';
import type { KubernetesApi } from './api';
import { ApiError } from './api-error';
import { applySetOf, idLabel, parentName, parentResource, type Scope } from './applyset';

export interface SetProps {
  readonly environment: string;
  /** The namespace of the environment. */
  readonly namespace: string;
  /** Whether the user named the context: only then may a cluster get an environment that it does not have. */
  readonly named: { readonly explicitly: boolean; readonly context: string };
  /** Whether the user says that the namespace is to be this environment's, though another is. */
  readonly mayBegin: boolean;
}

/** Where members are by what the cluster says. @throws Failure when it says that this is not the place */
export async function setSoFar(api: KubernetesApi, props: SetProps): Promise<Scope> {
  const { environment, namespace, named, mayBegin } = props;
  const parent = applySetOf(await api.get(parentResource, parentName, namespace));
  if (parent) {
    if (!parent.isOurs || parent.environment !== environment) throw notOurs(parent, props);
    return parent;
  }
  const others = mayBegin ? [] : await namespacesOf(api, environment);
  if (others.length > 0) throw elsewhere(others, props);
  if (!named.explicitly)
    throw new Failure(`KFK-D009 the context '${named.context}' has nothing of '${environment}' yet`, {
      why: [`there is no ConfigMap ${parentName} in the namespace ${namespace}`],
      fix: `for a first deploy to this cluster name it: --context ${named.context}`,
      exit: exitCode.usage,
    });
  return { groupKinds: new Set(), namespaces: new Set() };
}

/** Where this cluster has an environment of that name. Who may not look everywhere is told of none. */
async function namespacesOf(api: KubernetesApi, environment: string): Promise<string[]> {
  try {
    const parents = await api.list(parentResource, undefined, idLabel);
    return parents.flatMap((parent) => {
      const set = applySetOf(parent);
      return set?.isOurs && set.environment === environment ? (parent.metadata.namespace ?? []) : [];
    });
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return [];
    throw error;
  }
}

const notOurs = (
  parent: { readonly isOurs: boolean; readonly environment?: string; readonly tooling?: string },
  { environment, namespace, named }: SetProps,
): Failure =>
  new Failure(
    `KFK-D009 the namespace '${namespace}' of the context '${named.context}' belongs to ${
      parent.isOurs ? `the environment '${parent.environment}'` : `another tool (${parent.tooling ?? 'unknown'})`
    }, not to '${environment}'`,
    {
      why: [`the ConfigMap ${parentName} in ${namespace} says so`],
      fix: 'name the right context by --context, or another namespace by kubernetes.namespace',
      exit: exitCode.usage,
    },
  );

function elsewhere(namespaces: readonly string[], { environment, namespace, named }: SetProps): Failure {
  const there = namespaces.map((name) => `'${name}'`).join(', ');
  return new Failure(
    `KFK-D009 the context '${named.context}' has '${environment}' in the namespace ${there}, and nothing of it in '${namespace}'`,
    {
      why: [
        ...namespaces.map((name) => `the ConfigMap ${parentName} in ${name} says so`),
        'what is there would stay, and all of it would be made a second time, empty',
      ],
      fix: `say kubernetes.namespace as it was; or, where that one is another project's of the same name, run again with --adopt Namespace/${namespace}${named.explicitly ? '' : ` --context ${named.context}`}`,
      exit: exitCode.usage,
    },
  );
}
