/**
 * What is applied to Kubernetes together: a cluster with all that works on it beside it has its own, called after it, and
 * so has what it gives to each other namespace. These are the environment's, and no cluster may be called so.
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

/**
 * `main` in the environment's own namespace, `main--applications` in another: what is wrong with a namespace that is
 * somebody else's stops nothing but what goes there. No cluster has two dashes in a row.
 */
export const clusterUnit = (cluster: string, namespace: string, own: string): string =>
  namespace === own ? cluster : `${cluster}--${namespace}`;

/** Where a unit's objects that are in no namespace are: no namespace may be called so. */
const clusterScoped = '_cluster';

/** `kubernetes/main/kafka-dev/main-orders.yaml`: the file of a chart's objects in one namespace, below its environment's folder; `part` is a cluster, or one of the environment's units. */
export const manifestFile = (part: string, namespace: string | undefined, chart: string): string =>
  `${namespaceFolder(part, namespace)}/${chart}.yaml`;

/** `kubernetes/main/kafka-dev`: below its environment's. */
export const namespaceFolder = (part: string, namespace: string | undefined): string =>
  `${partFolder(part)}/${namespace ?? clusterScoped}`;

/** `kubernetes/main`: the folder of a cluster, or of one of the environment's units, below the environment's. */
export const partFolder = (part: string): string => `${manifestFolder}/${part}`;

/** Of an environment's units, below its folder. */
export const manifestFolder = 'kubernetes';
