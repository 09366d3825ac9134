import { kafkaRules, mirrorMakerRules } from '../../render/monitoring/rules';
import type { SignalName } from '../../render/monitoring/signals/signals';
import type { AlertCase, Series } from './alert-case';
import { broker, here, volume } from './alert-series';
import { mirrorAlertCases } from './mirror-alert-cases';
import { secretAlertCases } from './secret-alert-cases';
import { securityAlertCases } from './security-alert-cases';
import { userAlertCases } from './user-alert-cases';

const runbooks = 'https://example.com/runbooks';

/** Everything that the cases are asked of, in two files that Prometheus would have. */
export const ruleGroups = [
  ...kafkaRules({
    cluster: 'main',
    namespace: 'kafka',
    runbooks,
    objectives: [{ group: 'payment-service', topic: 'orders.created', under: 60_000, owner: 'payments' }],
    deadLetterTopics: ['orders.created.payment-service.dlq', 'payments.settled.mail.dlq'],
    certificates: ['main-listener-tls', 'main-listener-outer'],
    userOperator: true,
    externalSecrets: {
      brought: ['shop-certificate', 'shop-kafka', 'shop-password'],
      made: ['shop-password'],
      namespaces: ['applications', 'kafka'],
    },
  }),
  ...mirrorMakerRules({
    cluster: 'dr',
    namespace: 'kafka',
    runbooks,
    replications: [{ source: 'main', target: 'standby', recordAgeUnder: 60_000 }],
  }),
];

const lag = (signal: SignalName, values: string, topic = 'orders.created'): Series => ({
  signal,
  labels: { ...here, group: 'payment-service', topic, partition: '0' },
  values,
});
const flow = { group: 'payment-service', topic: 'orders.created' };
const end = (values: string, topic = 'orders.created.payment-service.dlq'): Series => ({
  signal: 'latestOffset',
  labels: { ...here, topic, partition: '0' },
  values,
});

export const alertCases: readonly AlertCase[] = [
  ...secretAlertCases,
  ...userAlertCases,
  ...securityAlertCases,
  ...mirrorAlertCases,
  {
    alert: 'KafkaUnderReplicatedPartitions',
    when: 'a node of any pool leads such partitions for longer than a restart takes',
    series: [broker('underReplicatedPartitions', '2x15')],
    at: 11,
    fires: [
      {
        labels: { pod: 'main-fast-ssd-4' },
        summary: '2 partitions led by main-fast-ssd-4 have fewer replicas in sync than they should',
      },
    ],
  },
  {
    alert: 'KafkaUnderReplicatedPartitions',
    when: 'a broker restarts in eight minutes',
    series: [broker('underReplicatedPartitions', '2x8 0x10')],
    at: 12,
    fires: [],
  },
  {
    alert: 'KafkaOfflinePartitions',
    when: 'a controller knows of one, though another does not yet',
    series: [broker('offlinePartitions', '1x5', { pod: 'main-a-0' }), broker('offlinePartitions', '0x5')],
    at: 2,
    fires: [{ summary: '1 partitions of main have no leader' }],
  },
  {
    alert: 'KafkaOfflinePartitions',
    when: 'another cluster of the namespace has one',
    series: [broker('offlinePartitions', '1x5', { strimzi_io_cluster: 'other' }), broker('offlinePartitions', '0x5')],
    at: 2,
    fires: [],
  },
  {
    alert: 'KafkaUnderMinIsrPartitions',
    when: 'producers are refused for two minutes',
    series: [broker('underMinIsrPartitions', '3x5')],
    at: 3,
    fires: [
      {
        labels: { pod: 'main-fast-ssd-4' },
        summary: '3 partitions led by main-fast-ssd-4 have fewer replicas in sync than min.insync.replicas',
      },
    ],
  },
  {
    alert: 'KafkaUnderMinIsrPartitions',
    when: 'they are refused for one minute',
    series: [broker('underMinIsrPartitions', '3x1 0x5')],
    at: 3,
    fires: [],
  },
  {
    alert: 'KafkaNoActiveController',
    when: 'every controller says that another is it',
    series: [
      broker('activeController', '0x5', { pod: 'main-c-0' }),
      broker('activeController', '0x5', { pod: 'main-c-1' }),
    ],
    at: 3,
    fires: [{ summary: 'main does not have exactly one active controller' }],
  },
  {
    alert: 'KafkaNoActiveController',
    when: 'nothing is scraped at all',
    series: [],
    at: 3,
    fires: [{ summary: 'main does not have exactly one active controller' }],
  },
  {
    alert: 'KafkaNoActiveController',
    when: 'it moves from one to the other',
    series: [
      broker('activeController', '1x2 0x8', { pod: 'main-c-0' }),
      broker('activeController', '0x3 1x7', { pod: 'main-c-1' }),
    ],
    at: 6,
    fires: [],
  },
  {
    alert: 'KafkaBrokerDown',
    when: 'the controller has fenced a broker for five minutes',
    series: [broker('fencedBrokers', '1x10')],
    at: 6,
    fires: [{ summary: '1 brokers of main do not answer the controller' }],
  },
  {
    alert: 'KafkaBrokerDown',
    when: 'a broker restarts in four minutes',
    series: [broker('fencedBrokers', '1x4 0x10')],
    at: 6,
    fires: [],
  },
  {
    alert: 'KafkaDiskNearlyFull',
    when: 'less than 15 of 100 are free, even on a broker that is down because of it',
    series: volume(14, { up: 0 }),
    at: 6,
    fires: [
      {
        labels: { pod: 'main-fast-ssd-4', persistentvolumeclaim: 'data-0-main-fast-ssd-4' },
        summary: 'data-0-main-fast-ssd-4 has 14% of its space left',
      },
    ],
  },
  { alert: 'KafkaDiskNearlyFull', when: '16 of 100 are free', series: volume(16), at: 6, fires: [] },
  {
    alert: 'KafkaDiskNearlyFull',
    when: 'a volume of another cluster in the namespace is full',
    series: [...volume(50), ...volume(1, { cluster: 'other' })],
    at: 6,
    fires: [],
  },
  {
    alert: 'KafkaConsumerLag',
    when: 'a group is further behind than its flow promises, and it says whose flow that is',
    series: [lag('lagSeconds', '61x5')],
    at: 3,
    fires: [
      {
        labels: { ...flow, owner: 'payments' },
        summary: 'payment-service is 1m 1s behind on orders.created',
      },
    ],
  },
  {
    alert: 'KafkaConsumerLag',
    when: 'it is a second below, and far behind on a topic without a promise',
    series: [lag('lagSeconds', '59x5'), lag('lagSeconds', '4000x5', 'clicks')],
    at: 3,
    fires: [],
  },
  {
    alert: 'KafkaConsumerStalled',
    when: 'records are unread and nothing was committed for a quarter of an hour',
    series: [lag('lagRecords', '7x30'), lag('groupOffset', '100x30')],
    at: 25,
    fires: [{ labels: flow, summary: 'payment-service leaves 7 records of orders.created unread and does not move' }],
  },
  {
    alert: 'KafkaConsumerStalled',
    when: 'a group is slow, or has read everything',
    series: [
      ...[lag('lagRecords', '7x30'), lag('groupOffset', '100+1x30')],
      ...[lag('lagRecords', '0x30', 'clicks'), lag('groupOffset', '100x30', 'clicks')],
    ],
    at: 25,
    fires: [],
  },
  {
    alert: 'KafkaDeadLetters',
    when: 'a topic gets its very first record',
    series: [end('0x5 1x10')],
    at: 8,
    fires: [
      {
        labels: { topic: 'orders.created.payment-service.dlq' },
        summary: 'orders.created.payment-service.dlq received records that a consumer gave up on',
      },
    ],
  },
  {
    alert: 'KafkaDeadLetters',
    when: 'old ones stand there, and a topic whose name only looks alike grows',
    series: [end('5x15'), end('0+9x15', 'orders-created-payment-service-dlq')],
    at: 8,
    fires: [],
  },
];
