import { EphemeralVariable } from '../../../../constructs/terraform/ephemeral-variable';
import { KafkaProvider, type KafkaProviderProps, kafkaProvider } from '../../../../constructs/terraform/kafka/provider';
import { KafkaTopic } from '../../../../constructs/terraform/kafka/topic';
import { removedWithoutDestroy } from '../../../../constructs/terraform/removed-block';
import { synthesized } from '../../../support/synthesize';

const provider = (props: Partial<KafkaProviderProps>) =>
  synthesized((stack) => new KafkaProvider(stack, 'kafka', { bootstrapServers: 'a:9092,b:9092', ...props })).provider
    ?.kafka?.[0];

describe('the provider', () => {
  test('speaks TLS to every address of the list, and says nothing that it was not given', () => {
    expect(provider({})).toEqual({ bootstrap_servers: `\${split(",", "a:9092,b:9092")}`, tls_enabled: true });
  });

  test.each<[Partial<KafkaProviderProps>, object]>([
    [{ bootstrapServers: 'c:9092' }, { bootstrap_servers: `\${split(",", "c:9092")}` }],
    [{ caCert: 'PEM' }, { ca_cert: 'PEM' }],
    [{ saslMechanism: 'plain' }, { sasl_mechanism: 'plain' }],
    [{ saslUsername: 'admin' }, { sasl_username: 'admin' }],
    [{ saslPassword: `\${var.p}` }, { sasl_password: `\${var.p}` }],
    [{ saslAwsRegion: 'eu-west-1' }, { sasl_aws_region: 'eu-west-1' }],
  ])('%j becomes %j', (props, attributes) => {
    expect(provider(props)).toMatchObject(attributes);
  });

  test('is pinned to one version', () => {
    const { terraform } = synthesized((stack) => new KafkaProvider(stack, 'kafka', { bootstrapServers: 'a:9092' }));
    expect(terraform.required_providers).toEqual({ kafka: kafkaProvider });
  });

  test('is missed by a stack that has a topic and no provider', () => {
    expect(() =>
      synthesized((stack) => new KafkaTopic(stack, 'it', { name: 'it', partitions: 1, replicationFactor: 1 })),
    ).toThrow('kafka');
  });
});

test('an ephemeral variable is sensitive, must be given, and stays out of plans and state', () => {
  const { variable } = synthesized((stack) => new EphemeralVariable(stack, 'password', { description: 'of shop' }));
  expect(variable?.password).toMatchObject({
    type: 'string',
    sensitive: true,
    nullable: false,
    ephemeral: true,
    description: 'of shop',
  });
});

test('removed blocks take addresses out of the state and leave the objects', () => {
  const { removed } = synthesized((stack) => {
    removedWithoutDestroy(stack, 'kafka_topic.a');
    removedWithoutDestroy(stack, 'kafka_topic.b');
  });
  expect(removed).toEqual([
    { from: 'kafka_topic.a', lifecycle: { destroy: false } },
    { from: 'kafka_topic.b', lifecycle: { destroy: false } },
  ]);
});
