import type { Application } from '../application';
import type { DescribedBridge } from '../bridge';
import type { Made } from './made';

/** A bridge is an application; what may be done through it are its flows. */
export function expandBridge({ flows, ...bridge }: DescribedBridge): Made {
  const { name, owner, cluster, instances, authentication, origin } = bridge;
  const application: Application = {
    name,
    owner,
    description: 'HTTP bridge: whoever reaches it acts as this user',
    cluster,
    transactional: false,
    instances,
    authentication,
    workload: { kind: 'bridge', name },
    origin,
  };
  return { applications: [application], flows };
}
