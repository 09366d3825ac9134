import type { RuleCase } from '../../model/rule-case';

const cluster = (certificates: object, settings: object = {}, profile = 'baseline') => ({
  profile,
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', authentication: ['mtls'], ...settings, certificates },
});
const users = (lasts: string, renewBefore: string, profile: string) =>
  cluster({ users: { lasts, renewBefore } }, {}, profile);

const shop = (settings: object, said: object = {}) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', authentication: ['scram-sha-512', 'mtls'], ...settings },
  'platform.applications.shop': {
    owner: 'orders',
    produces: { 'orders.created': {} },
    keystores: 'pkcs12',
    ...said,
  },
});

export const certificateCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X030': {
    failing: cluster({ clients: { lasts: '60d', renewBefore: '60d' } }),
    nearly: cluster({ clients: { lasts: '60d', renewBefore: '59d' }, listeners: { lasts: '90h', renewBefore: '30h' } }),
  },
  'KFK-X031': { failing: users('91d', '30d', 'production'), nearly: users('90d', '30d', 'production') },
  'KFK-X033': {
    failing: cluster({ cluster: { renewBefore: '21d' } }, {}, 'production'),
    nearly: cluster({ cluster: { renewBefore: '22d' } }, {}, 'production'),
  },
  'KFK-X034': {
    failing: cluster({ maintenanceWindows: ['0 1 * * SUN'] }),
    nearly: cluster({ maintenanceWindows: ['* * 1-3 ? * SUN'] }),
  },
  'KFK-X035': {
    failing: cluster({ cluster: { own: true, atEnd: 'replace-key' } }),
    nearly: cluster({ cluster: { atEnd: 'replace-key' }, clients: { own: true } }),
  },
  'KFK-X038': {
    failing: cluster({ users: { lasts: '60d', renewBefore: '31d' }, maintenanceWindows: ['* * 1-3 1 * ?'] }),
    nearly: cluster({
      users: { lasts: '60d', renewBefore: '32d' },
      cluster: { renewBefore: '32d' },
      clients: { renewBefore: '32d' },
      maintenanceWindows: ['* * 1-3 1 * ?'],
    }),
  },
  'KFK-X036': {
    failing: { 'platform.applications.shop.keystores': 'pkcs12' },
    nearly: { 'clusters.main': { backend: 'kafka', local: true }, 'platform.applications.shop.keystores': 'pkcs12' },
  },
  'KFK-X037': {
    failing: shop({ clientCertificates: 'external' }, { authentication: 'mtls' }),
    nearly: shop({ clientCertificates: 'external' }),
  },
};
