import { eventHubsCluster } from '../../../backends/event-hubs/cluster';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { namespace } from './namespace';

export const on = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(
    changed<Description>(small, {
      'clusters.main': { ...namespace, ...settings },
      'platform.applications.billing.consumes[orders.created].deadLetter': { retention: '7d' },
      disposable: true,
      ...changes,
    }),
    {
      inventory: {
        topics: {},
        applications: {},
        clusters: { main: { backend: 'event-hubs', version: '1.0', pools: {}, holds: { archive: 'kitlogs' } } },
      },
    },
  );

export const outputOf = (settings: object, changes?: Readonly<Record<string, unknown>>) => {
  const { clusters, environment } = on(settings, changes);
  return synthesized((stack) => {
    for (const cluster of clusters.values()) eventHubsCluster.place(stack, cluster, environment);
  });
};
export const clusterOf = (settings: object, changes?: Readonly<Record<string, unknown>>) =>
  resourcesOf(outputOf(settings, changes));

export const standard = { tier: 'standard' };
export const dedicated = { tier: 'dedicated', dedicatedCluster: { name: 'kit-cluster', units: 2 } };
