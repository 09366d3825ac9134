import type { Cluster } from '../cluster';
import type { Origin } from '../place';
import type { Quantities } from './quantities';

/** What a noun's defaults depend on. */
export interface NormaliseContext {
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** The cluster that everything is on when there is one. */
  readonly onlyCluster?: string;
  /** Those of the environment, by name; a single one runs every connector. */
  readonly connectClusters: readonly string[];
  readonly quantities: Quantities;
}

/** What defaults of a workload that programs call depend on beside. */
export interface CalledContext extends NormaliseContext {
  /** Where applications on a cluster run on Kubernetes: what the kit runs beside it lets them in. */
  readonly applicationNamespaces: (cluster: string) => readonly string[];
}

/** A noun as it was written, overrides applied. */
export interface Written<Input> {
  readonly name: string;
  readonly said: Input;
  readonly origin: Origin;
}
