import { renderBrokerQuota, type StrimziBrokerQuota } from '../../../../constructs/kubernetes/strimzi/broker-quota';
import {
  renderCruiseControl,
  type StrimziCruiseControl,
} from '../../../../constructs/kubernetes/strimzi/cruise-control';
import { StrimziKafka } from '../../../../constructs/kubernetes/strimzi/kafka';
import { StrimziRebalance, type StrimziRebalanceProps } from '../../../../constructs/kubernetes/strimzi/rebalance';
import {
  renderTieredStorage,
  type StrimziTieredStorage,
} from '../../../../constructs/kubernetes/strimzi/tiered-storage';
import { manifestsOf } from '../../../support/chart';

describe('Cruise Control', () => {
  test('by itself says nothing but what its container may not do', () => {
    expect(renderCruiseControl({})).toEqual({
      template: {
        cruiseControlContainer: {
          securityContext: expect.objectContaining({ allowPrivilegeEscalation: false, runAsNonRoot: true }),
        },
      },
    });
  });

  test.each<[StrimziCruiseControl, object]>([
    [{ config: { 'hard.goals': 'A,B' } }, { config: { 'hard.goals': 'A,B' } }],
    [
      { autoRebalance: { 'remove-brokers': 'b', 'add-brokers': 'a' } },
      {
        autoRebalance: [
          { mode: 'add-brokers', template: { name: 'a' } },
          { mode: 'remove-brokers', template: { name: 'b' } },
        ],
      },
    ],
    [{ autoRebalance: { 'add-brokers': 'a' } }, { autoRebalance: [{ mode: 'add-brokers', template: { name: 'a' } }] }],
    [{ brokerCapacity: { inboundNetwork: '1MB/s' } }, { brokerCapacity: { inboundNetwork: '1MB/s' } }],
    [{ brokerCapacity: { outboundNetwork: '1MB/s' } }, { brokerCapacity: { outboundNetwork: '1MB/s' } }],
    [{ tolerations: [{ key: 'kafka' }] }, { template: { pod: { tolerations: [{ key: 'kafka' }] } } }],
    [{ priorityClass: 'high' }, { template: { pod: { priorityClassName: 'high' } } }],
    [{ resources: { limits: { memory: '1Gi' } } }, { resources: { limits: { memory: '1Gi' } } }],
  ])('with %j has %j', (props, expected) => {
    expect(renderCruiseControl({})).not.toMatchObject(expected);
    expect(renderCruiseControl(props)).toMatchObject(expected);
  });
});

describe('a rebalance', () => {
  const made = (props: Partial<StrimziRebalanceProps> = {}) =>
    manifestsOf(
      (chart) => new StrimziRebalance(chart, 'it', { metadata: { name: 'full' }, cluster: 'main', ...props }),
    )[0];

  test('belongs to a cluster, waits for approval, and may be pruned', () => {
    expect(made()).toMatchObject({
      kind: 'KafkaRebalance',
      metadata: { name: 'full', labels: { 'strimzi.io/cluster': 'main' } },
      spec: {},
    });
    expect(made()?.metadata.annotations).toBeUndefined();
  });

  test('that is a template says so, and nothing more', () => {
    expect(made({ template: true })).toMatchObject({
      metadata: { annotations: { 'strimzi.io/rebalance-template': 'true' } },
      spec: {},
    });
  });

  test.each<[Partial<StrimziRebalanceProps>, object]>([
    [{ mode: 'add-brokers' }, { mode: 'add-brokers' }],
    [{ brokers: [3, 4] }, { brokers: [3, 4] }],
    [{ goals: ['RackAwareGoal'] }, { goals: ['RackAwareGoal'] }],
    [{ skipHardGoalCheck: true }, { skipHardGoalCheck: true }],
    [{ rebalanceDisk: true }, { rebalanceDisk: true }],
    [
      { moveReplicasOffVolumes: [{ brokerId: 0, volumeIds: [1] }] },
      { moveReplicasOffVolumes: [{ brokerId: 0, volumeIds: [1] }] },
    ],
  ])('%j is said as it is', (props, expected) => {
    expect(made(props)?.spec).toEqual(expected);
  });
});

describe('tiered storage', () => {
  const least: StrimziTieredStorage = { className: 'org.example.Store', classPath: '/opt/store/*' };

  test('is Strimzi’s custom type, with the plugin and its configuration', () => {
    expect(renderTieredStorage(least)).toEqual({ type: 'custom', remoteStorageManager: { ...least } });
    expect(renderTieredStorage({ ...least, config: { 'storage.bucket': 'old' } })).toEqual({
      type: 'custom',
      remoteStorageManager: { ...least, config: { 'storage.bucket': 'old' } },
    });
  });

  test('keeps account in a topic that finds as many brokers as it has replicas; without it nothing is said of that', () => {
    const config = (tieredStorage?: StrimziTieredStorage, replicas = 2) => {
      const [kafka] = manifestsOf(
        (chart) =>
          new StrimziKafka(chart, 'it', {
            metadata: { name: 'main' },
            version: '4.3.1',
            pools: {
              all: { roles: ['controller', 'broker'], replicas, volumes: [{ id: 0, size: '10Gi', metadata: true }] },
            },
            listeners: [],
            tieredStorage,
          }),
      );
      return (kafka as unknown as { spec: { kafka: { config: object } } }).spec.kafka.config;
    };
    const key = 'rlmm.config.remote.log.metadata.topic.replication.factor';
    expect(config(least)).toMatchObject({ [key]: 2 });
    expect(config(least, 6)).toMatchObject({ [key]: 3 });
    expect(config()).not.toHaveProperty([key]);
  });
});

test.each<[Partial<StrimziBrokerQuota>, object]>([
  [{ type: 'strimzi' }, { type: 'strimzi' }],
  [{ producerByteRate: 1 }, { type: 'kafka', producerByteRate: 1 }],
  [{ consumerByteRate: 2 }, { type: 'kafka', consumerByteRate: 2 }],
  [{ requestPercentage: 50 }, { type: 'kafka', requestPercentage: 50 }],
  [{ controllerMutationRate: 0.5 }, { type: 'kafka', controllerMutationRate: 0.5 }],
  [{ minAvailableBytesPerVolume: 3 }, { type: 'kafka', minAvailableBytesPerVolume: 3 }],
  [{ minAvailableRatioPerVolume: 0.1 }, { type: 'kafka', minAvailableRatioPerVolume: 0.1 }],
  [{ excludedPrincipals: ['User:admin'] }, { type: 'kafka', excludedPrincipals: ['User:admin'] }],
])('a quota with %j is %j', (props, expected) => {
  expect(renderBrokerQuota({ type: 'kafka', ...props })).toEqual(expected);
});
