import type { RuleCase } from '../../model/rule-case';

const cluster = (settings: object, more: object = {}) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', ...settings },
  ...more,
});
const controller = { roles: ['controller'], nodes: 3 };
const pools = (more: object, settings: object = {}, environment: object = {}) =>
  cluster({ pools: { controller, ...more }, ...settings }, environment);
const broker = (more: object, settings: object = {}, environment: object = {}) =>
  pools({ broker: { nodes: 3, ...more } }, settings, environment);
const volumes = (...ids: readonly object[]) => broker({ volumes: ids.map((volume) => ({ size: '10GiB', ...volume })) });
const disposable = { disposable: true };

/** Of node pools, versions and configuration of brokers. */
export const strimziPoolCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K403': {
    failing: cluster({ controllers: 4 }, { profile: 'production' }),
    nearly: cluster({ controllers: 4 }),
  },
  'KFK-K412': { failing: cluster({ controllers: 2 }), nearly: cluster({ controllers: 1 }) },
  'KFK-K413': { failing: cluster({ pools: { all: { nodes: 3 } } }), nearly: pools({ all: { nodes: 3 } }) },
  'KFK-K414': { failing: broker({ roles: ['broker', 'broker'] }), nearly: broker({ roles: ['broker', 'controller'] }) },
  'KFK-K415': { failing: broker({}, { brokers: 3 }), nearly: broker({}) },
  'KFK-K416': { failing: volumes({ id: 1 }, { id: 1 }), nearly: volumes({ id: 1 }, { id: 0 }) },
  'KFK-K417': { failing: broker({ ephemeral: true }), nearly: broker({ ephemeral: true }, {}, disposable) },
  'KFK-K418': {
    failing: pools({ ['a'.repeat(50)]: { nodes: 3 } }),
    nearly: pools({ ['a'.repeat(49)]: { nodes: 3 } }),
  },
  'KFK-K419': {
    failing: pools({ a: { nodes: 3, nodeIds: '[0-9]' }, b: { nodes: 3, nodeIds: '[9-19]' } }),
    nearly: pools({ a: { nodes: 3, nodeIds: '[0-9]' }, b: { nodes: 3, nodeIds: '[10-19,30]' } }),
  },
  'KFK-K420': {
    failing: broker({ zones: ['a'] }),
    nearly: broker({ zones: ['a'] }, { rack: 'topology.kubernetes.io/zone' }),
  },
  'KFK-K421': { failing: cluster({ heap: '4GiB' }), nearly: cluster({ heap: '3GiB' }) },
  'KFK-K422': {
    failing: cluster({ config: { 'ssl.client.auth': 'none' } }),
    nearly: cluster({
      config: { 'broker.session.timeout.ms': 18_000, 'listener.name.scram-9093.max.connections': 500 },
    }),
  },
  'KFK-K423': {
    failing: cluster({ config: { 'min.insync.replicas': 1 } }),
    nearly: cluster({ config: { 'num.partitions': 1 } }),
  },
  'KFK-K424': {
    failing: cluster({ version: '4.2.1', metadataVersion: '4.3-IV0' }),
    nearly: cluster({ version: '4.3.1', metadataVersion: '4.2-IV1' }),
  },
  'KFK-K471': {
    failing: cluster({ config: { 'num.partition': 3 } }),
    nearly: cluster({ config: { 'num.partitions': 3, 'rlmm.config.remote.log.metadata.topic.num.partitions': 5 } }),
  },
  'KFK-K426': {
    failing: cluster({ jvmOptions: { Xmx: '4g' } }),
    nearly: cluster({ jvmOptions: { UseG1GC: 'true' } }),
  },
  'KFK-K427': { failing: cluster({ startsWithin: '500ms' }), nearly: cluster({ startsWithin: '1000ms' }) },
};
