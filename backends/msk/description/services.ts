import type { VendorServices } from '../../../model/workload';
import type { GlueRegistryInput } from './glue';

/** What AWS runs beside any cluster of MSK, by the names in `backends/terraform.ts`. */
export const servicesOf = (glue: Readonly<Record<string, GlueRegistryInput>> = {}): VendorServices => ({
  connect: 'msk-connect',
  replicator: 'msk-replicator',
  ...(Object.keys(glue).length > 0 ? { registries: 'glue' } : {}),
});
