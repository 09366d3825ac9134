import { type Custody, custodyElsewhere } from '../../../model/custody';
import type { Listener, ListenerType } from './listener';

/** What stands before listeners that are reached from outside of Kubernetes; the others are not. */
const outside: Readonly<Partial<Record<ListenerType, string>>> = {
  loadbalancer: 'its load balancer',
  nodeport: 'a port of each node',
  ingress: 'its ingress',
  route: 'its route',
  tlsroute: 'its gateway',
};

/** Where its Kubernetes cluster is, whose StorageClass encrypts disks, or does not. */
export const custodyOf = (region: string | undefined, listeners: readonly Listener[]): Custody => ({
  ...custodyElsewhere(region),
  reach: ['inside of Kubernetes', ...listeners.flatMap(boundedReach)].join('; '),
  exposures: listeners.flatMap(exposuresOf),
});

const rangesOf = ({ type, loadBalancerSourceRanges = [] }: Listener): readonly string[] =>
  type === 'loadbalancer' && !loadBalancerSourceRanges.some((range) => /\/0$/.test(range))
    ? loadBalancerSourceRanges
    : [];

const boundedReach = (listener: Listener): string[] =>
  rangesOf(listener).length === 0
    ? []
    : [`${rangesOf(listener).join(', ')} by ${outside[listener.type]} '${listener.name}'`];

/** Only a load balancer says whom it lets in; what filters before the others is described nowhere. */
function exposuresOf(listener: Listener): Custody['exposures'] {
  const { name, type } = listener;
  const by = outside[type];
  if (by === undefined || rangesOf(listener).length > 0) return [];
  return type === 'loadbalancer'
    ? [{ field: ['listeners', name, 'loadBalancerSourceRanges'], says: 'its load balancer lets every address in' }]
    : [
        {
          field: ['listeners', name, 'type'],
          says: `its listener '${name}' is reached by ${by}, and nothing says from where`,
        },
      ];
}
