import { distributedWorker } from '../support/distributed-worker';
import { fences } from './fences';

const worker = distributedWorker({
  name: 'pipeline',
  config: {},
  exactlyOnce: false,
  replicationFactor: 3,
  client: { 'bootstrap.servers': 'main:9093', 'sasl.mechanism': 'SCRAM-SHA-512' },
  listener: 'http://127.0.0.1:8083',
  pluginPath: ['/plugins/a', '/plugins/b'],
});

test('the guide’s properties of a worker are those with which the drill runs it, but for where it is', () => {
  const [said, ...others] = fences().filter(
    ({ place, language }) => place.startsWith('docs/guides/connect.md') && language === 'properties',
  );
  expect(others).toEqual([]);
  const where = /bootstrap\.servers|sasl\.|^listeners$|^plugin\.path$/;
  expect(said?.text.trim().split('\n')).toEqual(
    Object.entries(worker).flatMap(([key, value]) => (where.test(key) ? [] : [`${key}=${value}`])),
  );
});

test('each of a worker’s clients reaches the cluster in the same way', () => {
  expect(worker).toMatchObject({
    'bootstrap.servers': 'main:9093',
    'sasl.mechanism': 'SCRAM-SHA-512',
    'producer.sasl.mechanism': 'SCRAM-SHA-512',
    'consumer.sasl.mechanism': 'SCRAM-SHA-512',
    'admin.sasl.mechanism': 'SCRAM-SHA-512',
    'plugin.path': '/plugins/a,/plugins/b',
    listeners: 'http://127.0.0.1:8083',
  });
  expect(worker).not.toHaveProperty(['producer.bootstrap.servers']);
});
