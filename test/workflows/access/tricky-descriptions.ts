/** What descriptions say in the cases of `tricky-changes.test.ts`, as changes of the small one. */
import { namespace } from '../../backends/event-hubs/namespace';
import { mskCluster } from '../../backends/msk/cluster';
import { tokenServer } from '../../support/token-server';

export const billing = 'platform.applications.billing';
export const shop = 'platform.applications.shop';
export const glass = { owner: 'orders', role: 'break-glass', reason: 'INC-4711', until: '2026-11-23' };
export const denies = (...of: object[]) => ({ [`${billing}.denies`]: of });
export const counter = (more: object = {}) => ({
  'platform.topics[orders.counted]': { owner: 'orders' },
  'platform.applications.counter': {
    owner: 'orders',
    consumes: { 'orders.created': {} },
    produces: { 'orders.counted': {} },
    streams: { applicationId: 'order-counter', ...more },
  },
});
const two = { clusters: { main: { backend: 'kafka' }, other: { backend: 'kafka' } } };
export const onTwo = (of: string) => ({
  ...two,
  'platform.topics[orders.created].cluster': 'main',
  'platform.topics[orders.archived]': { owner: 'orders', cluster: 'other' },
  [`${shop}.cluster`]: 'main',
  [`${billing}.cluster`]: of,
  [`${billing}.consumes`]: { [of === 'main' ? 'orders.created' : 'orders.archived']: {} },
});
export const listener = (port: number, oauth: object = {}) => ({
  port,
  authentication: 'oauth',
  oauth: {
    ...tokenServer,
    ...oauth,
  },
});
export const strimzi = (settings: object = {}) => ({
  kubernetes: {},
  disposable: true,
  'clusters.main': { backend: 'strimzi', ...settings },
});
export const scram = { port: 9093, authentication: 'scram-sha-512' };
export const roles = (settings: object) => ({ 'clusters.main': { ...mskCluster, roles: settings } });
export const identities = (settings: object) => ({
  'clusters.main': { ...namespace, identities: settings },
  secrets: { vault: 'kit' },
});
export const mtlsOnMsk = (id: string) => ({
  'clusters.main': {
    ...mskCluster,
    authentication: ['mtls'],
    certificateAuthority: `arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/${id}`,
  },
});
