import type { Profile } from '../../model/profile';
import { logs, namespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';

/** A wrong description, with what the rule that refuses it is called, and the profile that asks for it. */
export interface Disagreeable {
  readonly code: string;
  readonly profile: Profile;
  readonly wrong: Readonly<Record<string, unknown>>;
  /** Changes with which the same is right. */
  readonly right: Readonly<Record<string, unknown>>;
}

const topic = 'platform.topics[orders.created]';
const on = (cluster: object) => ({ 'clusters.main': cluster });
const azure = { ...namespace, privateDnsZone, logs };
const onKubernetes = { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } };
const personal = { [`${topic}.classification`]: 'personal' };
const capture = {
  storageAccount: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/kitcapture',
  container: 'orders',
};
const outside = (ranges: readonly string[]) => ({
  outside: {
    type: 'loadbalancer',
    port: 9095,
    authentication: 'scram-sha-512',
    host: 'k.example.com',
    loadBalancerSourceRanges: ranges,
  },
});
const compacted = {
  ...personal,
  // A failed record of one that stays for ever would have to, too.
  'platform.applications.billing.consumes[orders.created]': {},
  [`${topic}.cleanup`]: 'compact',
  [`${topic}.config`]: { 'max.compaction.lag.ms': 86_400_000 },
};
const sas = { reason: 'programs that know nothing else', owner: 'orders', until: '2027-05-31' };
const erasure = { [`${topic}.erasure`]: 'shop writes tombstones' };

/** On each back end that can say it. */
export const disagreeable: readonly Disagreeable[] = [
  { code: 'KFK-T008', profile: 'production', wrong: { [`${topic}.replicationFactor`]: 2 }, right: {} },
  {
    code: 'KFK-T008',
    profile: 'production',
    wrong: { ...onKubernetes, [`${topic}.replicationFactor`]: 2 },
    right: onKubernetes,
  },
  {
    code: 'KFK-T008',
    profile: 'production',
    wrong: { ...on(mskCluster), [`${topic}.replicationFactor`]: 2 },
    right: on(mskCluster),
  },
  { code: 'KFK-T010', profile: 'production', wrong: { [`${topic}.minInsyncReplicas`]: 1 }, right: {} },
  {
    code: 'KFK-T010',
    profile: 'production',
    wrong: { ...on(mskCluster), [`${topic}.minInsyncReplicas`]: 1 },
    right: on(mskCluster),
  },
  {
    code: 'KFK-T016',
    profile: 'production',
    wrong: { [`${topic}.config`]: { 'unclean.leader.election.enable': true } },
    right: { [`${topic}.config`]: { 'unclean.leader.election.enable': false } },
  },
  { code: 'KFK-X060', profile: 'regulated', wrong: {}, right: { [`${topic}.classification`]: 'internal' } },
  {
    code: 'KFK-X061',
    profile: 'production',
    wrong: { ...personal, [`${topic}.retention`]: '731d' },
    right: { ...personal, [`${topic}.retention`]: '730d' },
  },
  {
    code: 'KFK-X061',
    profile: 'regulated',
    wrong: { ...onKubernetes, ...personal, [`${topic}.retention`]: '366d' },
    right: { ...onKubernetes, ...personal, [`${topic}.retention`]: '365d' },
  },
  {
    code: 'KFK-X061',
    profile: 'regulated',
    wrong: { [`${topic}.classification`]: 'confidential', [`${topic}.retention`]: 'unlimited' },
    right: { [`${topic}.classification`]: 'confidential', [`${topic}.retention`]: '30d' },
  },
  { code: 'KFK-X062', profile: 'production', wrong: compacted, right: { ...compacted, ...erasure } },
  {
    code: 'KFK-X063',
    profile: 'production',
    wrong: { ...compacted, ...erasure, [`${topic}.config`]: {} },
    right: { ...compacted, ...erasure },
  },
  {
    code: 'KFK-X072',
    profile: 'production',
    wrong: { ...on({ ...azure, hubs: { 'orders.created': { capture } } }), ...personal },
    right: {
      ...on({ ...azure, hubs: { 'orders.created': { capture } } }),
      [`${topic}.classification`]: 'confidential',
    },
  },
  {
    code: 'KFK-X073',
    profile: 'regulated',
    wrong: { ...on(azure), ...personal },
    right: { ...on(azure), [`${topic}.classification`]: 'internal' },
  },
  {
    code: 'KFK-X074',
    profile: 'regulated',
    wrong: { ...on({ ...azure, publicAccess: true }), disposable: true },
    right: { ...on(azure), disposable: true },
  },
  {
    code: 'KFK-X074',
    profile: 'regulated',
    wrong: { kubernetes: {}, ...on({ backend: 'strimzi', listeners: outside(['0.0.0.0/0']) }) },
    right: { kubernetes: {}, ...on({ backend: 'strimzi', listeners: outside(['10.0.0.0/8']) }) },
  },
  {
    code: 'KFK-X075',
    profile: 'regulated',
    wrong: {
      ...on({ ...azure, authentication: ['entra-id', 'sas'] }),
      'secrets.vault': 'kit-vault',
      accepts: { sas },
    },
    right: { ...on({ ...azure, authentication: ['entra-id'] }), 'secrets.vault': 'kit-vault' },
  },
  { code: 'KFK-K218', profile: 'production', wrong: on({ ...azure, logs: undefined }), right: on(azure) },
];
