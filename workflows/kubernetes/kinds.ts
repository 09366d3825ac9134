import { exitCode, Failure } from '../failure';
import { inParallel } from '../parallel';
import type { KubernetesApi, Resource } from './api';
import { groupOf, type KubernetesObject } from './object';
import { width } from './proxy';

/** Who publishes the definitions of a group's kinds. */
const publishers: Readonly<Record<string, string>> = {
  'kafka.strimzi.io': 'Strimzi 1.0 or later (https://strimzi.io/downloads/)',
  'access.strimzi.io': "Strimzi's Access Operator (https://github.com/strimzi/kafka-access-operator)",
  'external-secrets.io': 'External Secrets (https://external-secrets.io)',
  'generators.external-secrets.io': 'External Secrets (https://external-secrets.io)',
  'cert-manager.io': 'cert-manager (https://cert-manager.io)',
  'monitoring.coreos.com': 'the Prometheus operator (https://prometheus-operator.dev)',
  'keda.sh': 'KEDA (https://keda.sh)',
};

/** By `apiVersion/kind`: how each kind is served. @throws Failure that names every kind that the cluster does not have */
export async function resourcesFor(
  api: KubernetesApi,
  objects: readonly Pick<KubernetesObject, 'apiVersion' | 'kind'>[],
): Promise<ReadonlyMap<string, Resource>> {
  const versions = [...new Set(objects.map(({ apiVersion }) => apiVersion))];
  const served = (await inParallel(versions, width, (version) => api.resources(version))).flat();
  const known = new Map(served.map((resource) => [resourceKey(resource), resource]));
  const missing = [...new Set(objects.filter((object) => !known.has(resourceKey(object))).map(resourceKey))].sort();
  if (missing.length > 0) throw unserved(missing);
  return known;
}

export const resourceKey = ({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string =>
  `${apiVersion}/${kind}`;

function unserved(missing: readonly string[]): Failure {
  const groups = [...new Set(missing.map(groupOf))];
  const install = groups.flatMap((group) => publishers[group] ?? []);
  return new Failure('the Kubernetes cluster does not know every kind that the description becomes', {
    why: missing.map((kind) => `it has no ${kind}`),
    fix:
      install.length > 0
        ? `install ${install.join(', ')}, with its CustomResourceDefinitions, then run the same command again`
        : 'install what defines them, then run the same command again',
    exit: exitCode.failed,
  });
}
