import { ConsumerScaling, type ConsumerScalingProps } from '../../../../constructs/kubernetes/keda/consumer-scaling';
import {
  type KafkaTrigger,
  ScaledObject,
  type ScaledObjectProps,
} from '../../../../constructs/kubernetes/keda/scaled-object';
import {
  TriggerAuthentication,
  type TriggerAuthenticationProps,
} from '../../../../constructs/kubernetes/keda/trigger-authentication';
import { manifestsOf } from '../../../support/chart';

describe('what KEDA presents', () => {
  const spec = (props: Partial<TriggerAuthenticationProps>) =>
    manifestsOf((chart) => new TriggerAuthentication(chart, 'it', { metadata: { name: 'billing' }, ...props }))[0]
      ?.spec;

  test.each<[Partial<TriggerAuthenticationProps>, object]>([
    [
      { secrets: { password: { name: 'billing-kafka', key: 'password' } } },
      { secretTargetRef: [{ parameter: 'password', name: 'billing-kafka', key: 'password' }] },
    ],
    [
      { configMaps: { username: { name: 'billing-kafka', key: 'username' } } },
      { configMapTargetRef: [{ parameter: 'username', name: 'billing-kafka', key: 'username' }] },
    ],
  ])('%j is %j and nothing else', (props, expected) => {
    expect(spec(props)).toEqual(expected);
  });
});

describe('a scaled object', () => {
  const trigger: KafkaTrigger = {
    bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9093',
    topic: 'orders.created',
    consumerGroup: 'billing',
    lagThreshold: 100,
    authentication: 'billing',
  };
  const least: ScaledObjectProps = {
    metadata: { name: 'billing', namespace: 'applications' },
    deployment: 'billing',
    minReplicaCount: 1,
    maxReplicaCount: 3,
    triggers: [trigger],
  };
  const made = (props: Partial<ScaledObjectProps> = {}) =>
    manifestsOf((chart) => new ScaledObject(chart, 'it', { ...least, ...props }))[0];
  const metadataOf = (props: Partial<KafkaTrigger>) => {
    const triggers = made({ triggers: [{ ...trigger, ...props }] })?.spec?.triggers;
    return (triggers as readonly { metadata: object }[])[0]?.metadata;
  };

  test('scales a Deployment between its fewest and its most, by one trigger', () => {
    expect(made()).toMatchObject({
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'billing', namespace: 'applications' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'billing' },
        minReplicaCount: 1,
        maxReplicaCount: 3,
        triggers: [{ type: 'kafka', authenticationRef: { name: 'billing' } }],
      },
    });
  });

  test('asks over TLS, in a version that Kafka 4 understands, and keeps no copy that has nothing to read', () => {
    expect(metadataOf({})).toEqual({
      bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9093',
      topic: 'orders.created',
      consumerGroup: 'billing',
      lagThreshold: '100',
      offsetResetPolicy: 'earliest',
      allowIdleConsumers: 'false',
      limitToPartitionsWithLag: 'true',
      tls: 'enable',
      version: '2.8.0',
    });
  });

  test.each<[Partial<ScaledObjectProps>, object]>([
    [{ deployment: 'worker' }, { scaleTargetRef: { name: 'worker' } }],
    [{ minReplicaCount: 0 }, { minReplicaCount: 0 }],
    [{ maxReplicaCount: 12 }, { maxReplicaCount: 12 }],
    [{ pollingInterval: 10 }, { pollingInterval: 10 }],
    [{ cooldownPeriod: 60 }, { cooldownPeriod: 60 }],
  ])('%j becomes %j', (props, expected) => {
    expect(made()?.spec).not.toMatchObject(expected);
    expect(made(props)?.spec).toMatchObject(expected);
  });

  test.each<[Partial<KafkaTrigger>, object]>([
    [{ bootstrapServers: 'other:9094' }, { bootstrapServers: 'other:9094' }],
    [{ topic: 'orders.paid' }, { topic: 'orders.paid' }],
    [{ consumerGroup: 'audit' }, { consumerGroup: 'audit' }],
    [{ lagThreshold: 5 }, { lagThreshold: '5' }],
    [{ sasl: 'scram_sha512' }, { sasl: 'scram_sha512' }],
    [{ tls: false }, { tls: 'disable' }],
    [{ offsetResetPolicy: 'latest' }, { offsetResetPolicy: 'latest' }],
    [{ version: '3.6.0' }, { version: '3.6.0' }],
  ])('a trigger with %j has %j', (props, expected) => {
    expect(metadataOf({})).not.toMatchObject(expected);
    expect(metadataOf(props)).toMatchObject(expected);
  });
});

describe('the scaling of a consumer', () => {
  const least: ConsumerScalingProps = {
    metadata: { name: 'billing' },
    deployment: 'billing',
    minReplicaCount: 1,
    maxReplicaCount: 3,
    bootstrapServers: 'main:9094',
    lagThreshold: 100,
    topics: [{ topic: 'orders.created', consumerGroup: 'billing' }],
  };
  const made = (props: Partial<ConsumerScalingProps> = {}) =>
    JSON.stringify(manifestsOf((chart) => new ConsumerScaling(chart, 'it', { ...least, ...props })));

  test('is what KEDA presents, and what it scales; a name of a user is beside it where there is one', () => {
    const kinds = (props: Partial<ConsumerScalingProps>) =>
      manifestsOf((chart) => new ConsumerScaling(chart, 'it', { ...least, ...props })).map(({ kind }) => kind);
    expect(kinds({})).toEqual(['TriggerAuthentication', 'ScaledObject']);
    expect(kinds({ username: 'billing', sasl: 'scram_sha512' })).toEqual([
      'ConfigMap',
      'TriggerAuthentication',
      'ScaledObject',
    ]);
  });

  test.each<[Partial<ConsumerScalingProps>, string]>([
    [{ metadata: { name: 'other' } }, '"name":"other-kafka-scaler"'],
    [{ deployment: 'worker' }, '"name":"worker"'],
    [{ minReplicaCount: 0 }, '"minReplicaCount":0'],
    [{ maxReplicaCount: 9 }, '"maxReplicaCount":9'],
    [{ bootstrapServers: 'main:9093' }, '"bootstrapServers":"main:9093"'],
    [{ sasl: 'scram_sha512' }, '"sasl":"scram_sha512"'],
    [{ tls: false }, '"tls":"disable"'],
    [{ lagThreshold: 5 }, '"lagThreshold":"5"'],
    [{ username: 'shop' }, '"data":{"username":"shop"}'],
    [{ secrets: { ca: { name: 'a', key: 'b' } } }, '{"key":"b","name":"a","parameter":"ca"}'],
    [{ topics: [{ topic: 'a', consumerGroup: 'b' }] }, '"topic":"a"'],
  ])('%j changes it', (props, expected) => {
    expect(made()).not.toContain(expected);
    expect(made(props)).toContain(expected);
  });
});
