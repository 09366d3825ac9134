import { z } from 'zod';

/** A dedicated cluster that is made with the namespace, and kept whatever becomes of it. */
export interface DedicatedClusterInput {
  /** 6 to 50 letters, digits and dashes. */
  readonly name: string;
  /** Capacity units: 1 to 20. Default: 1. */
  readonly units?: number;
}

export const dedicatedClusterShape = z.strictObject({
  name: z.string(),
  units: z.int().optional(),
}) satisfies z.ZodType<DedicatedClusterInput>;

/** The units that a namespace has: of a dedicated cluster that is made for it, its own are none. */
export const soldUnits = ({
  units,
  dedicatedCluster,
}: {
  readonly units: number;
  readonly dedicatedCluster?: string | DedicatedClusterInput;
}): number => (typeof dedicatedCluster === 'object' ? (dedicatedCluster.units ?? 1) : units);
