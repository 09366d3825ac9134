import type { RuleCase } from '../../model/rule-case';

const cluster = (certificates: object, settings: object = {}, profile = 'baseline') => ({
  profile,
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', authentication: ['mtls'], ...settings, certificates },
});
const users = (lasts: string, renewBefore: string, profile: string) =>
  cluster({ users: { lasts, renewBefore } }, {}, profile);

export const certificateCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X030': {
    failing: cluster({ clients: { lasts: '60d', renewBefore: '60d' } }),
    nearly: cluster({ clients: { lasts: '60d', renewBefore: '59d' }, listeners: { lasts: '90h', renewBefore: '30h' } }),
  },
  'KFK-X031': { failing: users('91d', '30d', 'production'), nearly: users('90d', '30d', 'production') },
  'KFK-X032': { failing: users('31d', '10d', 'regulated'), nearly: users('30d', '10d', 'regulated') },
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
};
