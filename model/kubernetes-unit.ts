/**
 * What is applied to Kubernetes together: a cluster with all that works on it has its own, called after it. The others
 * are the environment's, and no cluster may be called so.
 */
export const environmentUnits = {
  /** Definitions of kinds, which outlive whoever reads them. */
  crds: 'crds',
  /** What reads the kit's objects. */
  operators: 'operators',
  /** Namespaces, and what holds for everything in them. */
  namespaces: 'namespaces',
  /** What watches the operators. */
  monitoring: 'monitoring',
} as const;

/** Where a unit's objects that are in no namespace are: no namespace may be called so. */
const clusterScoped = '_cluster';

/** `kubernetes/main/kafka-dev/main-orders.yaml`: the file of a chart's objects in one namespace, below its environment's folder. */
export const manifestFile = (unit: string, namespace: string | undefined, chart: string): string =>
  `${unitFolder(unit)}/${namespace ?? clusterScoped}/${chart}.yaml`;

/** `kubernetes/main`: the folder of a unit, below its environment's. */
export const unitFolder = (unit: string): string => `${manifestFolder}/${unit}`;

/** Of an environment's units, below its folder. */
export const manifestFolder = 'kubernetes';
