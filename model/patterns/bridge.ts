import type { DescribedBridge } from '../bridge';
import type { Made } from './made';
import { workloadApplication } from './workload';

/** A bridge is an application; what may be done through it are its flows. */
export const expandBridge = ({ flows, ...bridge }: DescribedBridge): Made => ({
  applications: [
    workloadApplication(bridge, {
      kind: 'bridge',
      description: 'HTTP bridge: whoever reaches it acts as this user',
    }),
  ],
  flows,
});
