import { KafkaAccess, type KafkaAccessProps } from '../../../../constructs/kubernetes/access-operator/kafka-access';
import { manifestsOf } from '../../../support/chart';

const least: KafkaAccessProps = {
  metadata: { name: 'shop-kafka', namespace: 'applications' },
  kafka: { name: 'main', namespace: 'kafka' },
};
const made = (props: Partial<KafkaAccessProps> = {}) =>
  manifestsOf((chart) => new KafkaAccess(chart, 'it', { ...least, ...props }))[0];

test('with the least that it needs it tells the address, and brings no credential', () => {
  expect(made()).toEqual({
    apiVersion: 'access.strimzi.io/v1alpha1',
    kind: 'KafkaAccess',
    metadata: { name: 'shop-kafka', namespace: 'applications' },
    spec: { kafka: { name: 'main', namespace: 'kafka' } },
  });
});

test.each<[Partial<KafkaAccessProps>, object]>([
  [{ kafka: { name: 'other', namespace: 'there' } }, { kafka: { name: 'other', namespace: 'there' } }],
  [{ listener: 'scram' }, { kafka: { name: 'main', namespace: 'kafka', listener: 'scram' } }],
  [
    { user: 'shop' },
    {
      kafka: least.kafka,
      user: { kind: 'KafkaUser', apiGroup: 'kafka.strimzi.io', name: 'shop', namespace: 'kafka' },
    },
  ],
  [{ secretName: 'connection' }, { kafka: least.kafka, secretName: 'connection' }],
])('%j becomes %j', (props, spec) => {
  expect(made(props)?.spec).toEqual(spec);
});
