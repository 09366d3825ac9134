import type { RuleCase } from '../../model/rule-case';

const cluster = (settings: object) => ({ kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings } });
const balanced = (cruiseControl: object, settings: object = {}) => cluster({ ...settings, cruiseControl });
const rebalance = (said: object, settings: object = {}) => balanced({ rebalances: { it: said } }, settings);
const hard = ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal'];
const disks = {
  pools: {
    controller: { roles: ['controller'], nodes: 3 },
    broker: {
      nodes: 3,
      volumes: [
        { id: 0, size: '10GiB' },
        { id: 1, size: '10GiB' },
      ],
    },
  },
};
const plugin = { className: 'org.example.Store', classPath: '/opt/kafka/plugins/store/*' };
const image = 'registry.example.com/kafka:1.2.0-store';
const tiered = (config: object, topic: object = {}) => ({
  ...cluster({ image, tieredStorage: plugin }),
  'platform.topics[orders.created]': {
    owner: 'orders',
    ...topic,
    config: { 'remote.storage.enable': true, ...config },
  },
});
const scaled = { 'platform.applications.billing.scaling': {} };
const quota = (said: object) => cluster({ quota: said });

export const balancingCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K450': { failing: balanced({}, { brokers: 1 }), nearly: balanced({}, { brokers: 2 }) },
  'KFK-K451': {
    failing: balanced({ goals: [...hard, 'DiskUsageGoal'] }),
    nearly: balanced({ goals: ['com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal', ...hard.slice(1)] }),
  },
  'KFK-K452': {
    failing: balanced({ goals: hard, hardGoals: ['CpuCapacityGoal'] }),
    nearly: balanced({ goals: hard, hardGoals: ['RackAwareGoal'], defaultGoals: hard }),
  },
  'KFK-K453': {
    failing: rebalance({ mode: 'add-brokers' }),
    nearly: rebalance({ mode: 'add-brokers', brokers: [5] }),
  },
  'KFK-K454': {
    failing: rebalance({ goals: ['RackAwareGoal'] }),
    nearly: rebalance({ goals: ['RackAwareGoal'], skipHardGoalCheck: true }),
  },
  'KFK-K455': {
    failing: rebalance({ mode: 'remove-brokers', brokers: [4, 5] }, { brokers: 4 }),
    nearly: rebalance({ mode: 'remove-brokers', brokers: [5] }, { brokers: 4 }),
  },
  'KFK-K456': {
    failing: rebalance({ mode: 'remove-disks', volumes: { '3': [0, 1] } }, disks),
    nearly: rebalance({ mode: 'remove-disks', volumes: { '3': [1] } }, disks),
  },
  'KFK-K467': {
    failing: balanced({ goals: [...hard, 'NetworkInboundCapacityGoal'], hardGoals: hard }),
    nearly: balanced({
      goals: [...hard, 'NetworkInboundCapacityGoal'],
      brokerCapacity: { inboundNetwork: '125MB/s' },
    }),
  },
  'KFK-K468': {
    failing: balanced({ memory: '511MiB' }),
    nearly: balanced({ memory: '512MiB', brokerCapacity: { inboundNetwork: '1MB/s' } }, { operatorMemory: '256MiB' }),
  },
  'KFK-K469': {
    failing: cluster({ tolerations: [{ key: 'for kafka' }] }),
    nearly: cluster({ tolerations: [{ key: 'example.com/dedicated', value: 'kafka', effect: 'NoSchedule' }] }),
  },
  'KFK-K457': {
    failing: balanced({ rebalances: { 'add-brokers-template': {} } }),
    nearly: balanced({ rebalances: { 'add-brokers': { mode: 'add-brokers', brokers: [5] } } }),
  },
  'KFK-K458': {
    failing: quota({ type: 'strimzi', produce: '1MB/s', requestPercentage: 50 }),
    nearly: quota({ type: 'kafka', produce: '1MB/s', requestPercentage: 50 }),
  },
  'KFK-K459': {
    failing: quota({ type: 'strimzi', excludedPrincipals: ['User:admin'] }),
    nearly: quota({ type: 'strimzi', minAvailable: '1GiB' }),
  },
  'KFK-K460': { failing: cluster({ tieredStorage: plugin }), nearly: cluster({ tieredStorage: plugin, image }) },
  'KFK-K461': {
    failing: cluster({ image, tieredStorage: { ...plugin, config: { 'storage.s3.secret.access.key': 'abc' } } }),
    nearly: cluster({
      image,
      tieredStorage: { ...plugin, config: { 'storage.s3.secret.access.key': '${strimzienv:S3_KEY}' } },
    }),
  },
  'KFK-K470': {
    failing: cluster({ config: { 'my.password': 'hunter2' } }),
    nearly: cluster({ config: { 'my.password': '${strimzienv:MINE}', 'my.password.file': '/mnt/mine' } }),
  },
  'KFK-K462': {
    failing: tiered({ 'local.retention.ms': 1000 }, { cleanup: 'compact' }),
    nearly: tiered({ 'local.retention.ms': 1000 }),
  },
  'KFK-K463': {
    failing: tiered({ 'local.retention.ms': 86_400_001 }, { retention: '1d' }),
    nearly: tiered({ 'local.retention.ms': 86_400_000 }, { retention: '1d' }),
  },
  'KFK-K464': { failing: tiered({}), nearly: tiered({ 'local.retention.bytes': 1_000_000 }) },
  'KFK-K466': {
    failing: { ...cluster({ authentication: ['mtls'], clientCertificates: 'external' }), ...scaled },
    nearly: { ...cluster({ authentication: ['mtls'] }), ...scaled },
  },
  'KFK-K465': {
    failing: quota({ type: 'strimzi', produce: '1MB/s', excludedPrincipals: ['admin'] }),
    nearly: quota({ type: 'strimzi', produce: '1MB/s', excludedPrincipals: ['User:CN=admin'] }),
  },
};
