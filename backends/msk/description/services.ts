import type { VendorServices } from '../../../model/workload';
import type { MskSettings } from './settings';

/** What AWS runs beside any cluster of MSK, by the names in `backends/terraform.ts`. */
export const servicesOf = (glue: MskSettings['glue']): VendorServices => ({
  connect: 'msk-connect',
  replicator: 'msk-replicator',
  ...(Object.keys(glue).length > 0 ? { registries: 'glue' } : {}),
});
