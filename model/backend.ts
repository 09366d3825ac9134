import type { z } from 'zod';
import type { Addresses } from './addresses';
import type { Audit } from './audit';
import type { Capabilities } from './capabilities';
import type { ClusterFacts } from './cluster';
import type { DeliveryOf } from './delivery';
import type { Limit } from './limits';
import type { RotationFacts } from './rotation-facts';
import type { Rule } from './rule';
import type { Scale } from './scale';
import type { TagLimits } from './tags';

/** The pure half of a back end: what a description may say of its clusters, and what it cannot do. */
export interface BackendDescription {
  /** The literal in `backend: '…'`. */
  readonly kind: string;
  readonly shape: z.ZodObject;
  /** Decides every default of a cluster that has passed the shape, in an environment that keeps its audit logs so long. */
  facts(input: Readonly<Record<string, unknown>>, audit: Audit): ClusterFacts;
  /** The table that the documentation prints; a cluster's own cells are in its facts. */
  readonly capabilities: Capabilities;
  /** The same by the vendor's tier, where tiers differ. Default: they do not, or a cluster's own facts say how. */
  readonly capabilitiesByTier?: Readonly<Record<string, Capabilities>>;
  readonly limits: readonly Limit[];
  readonly rules: readonly Rule[];
  /** What its vendor takes as tags; empty where nobody bills by them. */
  readonly tags: readonly TagLimits[];
  readonly addresses: Addresses;
  readonly deliveryOf: DeliveryOf;
  /** How its clusters, and their topics' replicas, change in scale. */
  readonly scale: Scale;
  /** How credentials on its clusters are made anew, and what becomes of open connections. */
  readonly rotation: RotationFacts;
}

export type BackendDescriptions = Readonly<Record<string, BackendDescription>>;
