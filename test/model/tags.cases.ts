import { namespace } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import type { RuleCase } from './rule-case';

const onAws = (tags: Readonly<Record<string, string>>) => ({ 'clusters.main': mskCluster, tags });
const onAzure = (tags: Readonly<Record<string, string>>, more: object = {}) => ({
  'clusters.main': { ...namespace, ...more },
  tags,
});
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag-${at}`, 'x']));
const withZone = { privateDnsZone: { networks: [] } };
const inVault = (count: number) => ({ ...onAzure(many(count)), secrets: { vault: 'kit-vault' } });

/** Of tags. */
export const tagCases: Readonly<Record<string, RuleCase>> = {
  'KFK-E022': { failing: onAws({ Owner: 'me' }), nearly: onAws({ 'cost-center': '42' }) },
  'KFK-E023': { failing: onAws(many(47)), nearly: onAws({ ...many(45), 'Größe 1_.:/=+-@': '' }) },
  'KFK-E024': { failing: onAzure({ Team: 'a', team: 'b' }), nearly: onAzure({ 'Team (1)': 'a', team: '<b>' }) },
  'KFK-E025': { failing: onAzure(many(12), withZone), nearly: onAzure(many(11), withZone) },
  'KFK-E026': { failing: inVault(12), nearly: inVault(11) },
};
