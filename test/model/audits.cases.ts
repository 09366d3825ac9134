import { namespace } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import type { RuleCase } from './rule-case';

const regulated = { profile: 'regulated' };
const production = { profile: 'production' };
const collector = (days: number, owner = 'orders') => ({
  collector: { name: 'the SIEM', owner, retention: `${days}d` },
});
const onKubernetes = (settings: object = {}) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', ...settings },
});
const onAzure = (more: object = {}) => ({ 'clusters.main': { ...namespace, ...more } });
const onAws = (audit: object, more: object = {}) => ({ 'clusters.main': { ...mskCluster, ...more, audit } });
const archive = (days?: number) => ({
  archive: { storageAccount: 'kitauditlogs', ...(days ? { retention: `${days}d` } : {}) },
});

const notify =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/security/providers/Microsoft.Insights/actionGroups/security';

/** What is recorded of who did what, where it stays, and who is told. */
export const auditCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X080': {
    failing: { ...regulated, ...onKubernetes({ audit: 'administration' }), audit: collector(2555) },
    nearly: { ...regulated, ...onKubernetes({ audit: 'access' }), audit: collector(2555) },
  },
  'KFK-X081': {
    failing: { ...production, ...onAzure(archive(364)) },
    nearly: { ...production, ...onAzure(archive()) },
  },
  'KFK-X083': {
    failing: { ...production, ...onKubernetes(), audit: { retention: '364d', ...collector(365) } },
    nearly: { ...production, ...onKubernetes(), audit: { retention: '365d', ...collector(365) } },
  },
  'KFK-X087': {
    failing: { ...onKubernetes(), audit: collector(30, 'order') },
    nearly: { ...onKubernetes(), audit: { retention: '1d', ...collector(30) } },
  },
  'KFK-X085': {
    failing: { ...regulated, ...onAws({ bucket: 'kit-audit', mode: 'governance' }) },
    nearly: { ...regulated, ...onAws({ bucket: 'kit-audit' }) },
  },
  'KFK-X088': {
    failing: { ...onAzure(archive()), residency: ['westeurope'] },
    nearly: {
      ...onAzure({ archive: { storageAccount: 'kitauditlogs', replication: 'ZRS' } }),
      residency: ['westeurope'],
    },
  },
  'KFK-X086': {
    failing: { ...regulated, ...onAzure(archive()) },
    nearly: { ...production, ...onAzure(archive()) },
  },
  'KFK-K540': { failing: onAws({ bucket: 'Kit-Audit' }), nearly: onAws({ bucket: 'kit-audit' }) },
  'KFK-K542': {
    failing: onAzure({ audit: { alarms: { notify, moreThan: -1 } } }),
    nearly: onAzure({ audit: { alarms: { notify, moreThan: 0 } } }),
  },
  'KFK-K543': {
    failing: onAzure({ audit: { alarms: { notify } } }),
    nearly: onAzure({ audit: { alarms: { notify } }, tier: 'standard' }),
  },
  'KFK-K541': {
    failing: onAws({ bucket: 'kit-audit' }, { logs: { s3: { bucket: 'kit-logs' } } }),
    nearly: onAws({ bucket: 'kit-audit' }, { logs: { cloudwatch: { retention: '30d' } } }),
  },
};
