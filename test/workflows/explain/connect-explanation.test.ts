import { explanationOf } from '../../../workflows/explain/explanation';
import { resolve, small } from '../../support/describe';
import { everyOption } from '../../support/every-option';

test('a Connect cluster: its workers, their image, what they run, and what their user may do', () => {
  const explained = explanationOf(everyOption, 'pipeline');
  expect(explained).toMatchObject({
    'connect cluster': 'pipeline',
    workers: '3 in the group connect-workers.pipeline.internal',
    image: 'registry.example.com/connect:1',
    plugins: ['debezium', 'files'],
    runs: ['archive, paused', 'inventory, running'],
    becomes: ['KafkaUser/pipeline'],
  });
  expect(explained?.may).toContain('Write Topic inventory.public.orders');
  expect(explained).not.toHaveProperty('application');
});

test('a connector: what runs it, what it moves, and which Secrets it refers to', () => {
  expect(explanationOf(everyOption, 'inventory')).toMatchObject({
    connector: 'inventory',
    about: 'captures 2 tables of shop',
    'run by': 'pipeline',
    state: 'running, 1 task',
    database: 'database.example.com:5432/shop, slot inventory',
    consumes: ['debezium-signal.inventory as group debezium-signal.inventory'],
    secrets: ['database.password from password of inventory', 'database.user from username of inventory'],
  });
  expect(explanationOf(everyOption, 'archive')).toMatchObject({ state: 'paused, 2 tasks' });
});

test('a connector that nothing runs says so', () => {
  const here = resolve({
    ...small,
    platform: {
      ...small.platform,
      connectors: { archive: { owner: 'orders', class: 'org.example.Sink', consumes: { 'orders.created': {} } } },
    },
  });
  expect(explanationOf(here, 'archive')).toMatchObject({
    'run by': 'nothing in this environment',
    plugin: "none: Kafka's own",
    consumes: [],
  });
});
