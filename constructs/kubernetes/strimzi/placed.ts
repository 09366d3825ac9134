/** A taint of Kubernetes nodes that a pod bears. https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
export interface Toleration {
  readonly key: string;
  /** Default: any. */
  readonly value?: string;
  /** Default: every effect. */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** What every pod of a cluster has alike. */
export interface Placed {
  /** Default: the Kubernetes cluster's default. */
  readonly priorityClass?: string;
  /** Taints of Kubernetes nodes that it bears. Default: none. */
  readonly tolerations?: readonly Toleration[];
}

export const isPlaced = ({ priorityClass, tolerations = [] }: Placed): boolean =>
  priorityClass !== undefined || tolerations.length > 0;

/** Of a pod's template. */
export const placed = ({ priorityClass, tolerations = [] }: Placed) => ({
  priorityClassName: priorityClass,
  tolerations: tolerations.length === 0 ? undefined : tolerations.map(toleration),
});

const toleration = ({ key, value, effect }: Toleration) =>
  value === undefined
    ? { key, operator: 'Exists' as const, effect }
    : { key, operator: 'Equal' as const, value, effect };
