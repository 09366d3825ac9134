/** What is applied to Kubernetes together. */
export interface KubernetesUnit {
  /** `main`, `main--applications`: what `clusterUnit` calls a cluster's in a namespace, or one of `environmentUnits`. */
  readonly name: string;
  /** Below the environment's folder: `kubernetes/main/kafka`. */
  readonly folder: string;
  /** In the order in which they are applied. */
  readonly files: readonly ManifestFile[];
  /** Names of units that are applied before it. */
  readonly dependsOn: readonly string[];
}

/** The objects of one chart in one namespace. */
export interface ManifestFile {
  /** Below the environment's folder: `kubernetes/main/kafka-dev/main-orders.yaml`. */
  readonly path: string;
  readonly objects: readonly KubernetesObject[];
}

/** An object, as it is written. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    /** Absent for kinds that are in none. */
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** All objects of units, in the order in which they are applied. */
export const objectsOf = (units: readonly KubernetesUnit[]): KubernetesObject[] =>
  units.flatMap(({ files }) => files.flatMap(({ objects }) => objects));
