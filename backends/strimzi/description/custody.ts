import { type Custody, custodyElsewhere } from '../../../model/custody';
import type { Listener } from './listener';

/** Where its Kubernetes cluster is, whose StorageClass encrypts disks, or does not. */
export const custodyOf = (region: string | undefined, listeners: readonly Listener[]): Custody => ({
  ...custodyElsewhere(region),
  exposures: listeners.flatMap(({ name, type, loadBalancerSourceRanges: ranges = [] }) =>
    type === 'loadbalancer' && (ranges.length === 0 || ranges.some((range) => /\/0$/.test(range)))
      ? [
          {
            field: ['listeners', name, 'loadBalancerSourceRanges'],
            says: 'its load balancer lets every address in',
          },
        ]
      : [],
  ),
});
