import type { Cluster } from './cluster';

/** What becomes of connections that are open while what opened them is taken away. */
export interface OpenConnections {
  /** One sentence without its end. */
  readonly survive: string;
  /** One sentence without its end. */
  readonly endedBy: string;
  readonly source: string;
}

/** Something that is made anew by its vendor, or by whom the kit tells how. */
export interface Renewal {
  readonly by: 'vendor' | 'you';
  /** One sentence without its end. */
  readonly what: string;
  /** Absent: nothing has to be typed. */
  readonly command?: string;
  readonly source: string;
}

/** What is made anew other than an application's password or key. */
export const renewables = ['certificate', 'broker-certificates', 'authority', 'encryption-key'] as const;
export type Renewable = (typeof renewables)[number];

/** A cluster as its environment knows it, and whose credential is made anew: an application's, or the cluster's own. */
export interface Renewed {
  readonly environment: string;
  readonly cluster: Cluster;
  readonly application?: string;
  /** The Kubernetes namespace in which the cluster is. Absent: none is said. */
  readonly namespace?: string;
}

/** A key that opens a topic, one of two. */
export interface RetiredKey {
  readonly cluster: Cluster;
  readonly application: string;
  readonly topic: string;
  /** The version that is taken away. */
  readonly version: number;
}

/** What a back end knows of making credentials anew. */
export interface RotationFacts {
  /** Of what clients prove themselves with. */
  readonly connections: Readonly<Partial<Record<'password' | 'key' | 'certificate' | 'identity', OpenConnections>>>;
  /** Seconds until a user that was made is known to every broker, where whoever made it is not told when. */
  readonly knownAfter: number;
  /** How one of two keys is made anew, which takes it away from whoever has it. Absent: nobody has such keys here. */
  readonly retireKey?: (key: RetiredKey) => string;
  readonly renewals: Readonly<Partial<Record<Renewable, (renewed: Renewed) => readonly Renewal[]>>>;
}
