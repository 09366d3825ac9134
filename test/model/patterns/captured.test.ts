import { kafkaConfig } from '../../../model/topic';
import { compileDescription, resolve } from '../../support/describe';
import { capture, connector, described, may, pipeline } from './pipeline';

describe('a PostgreSQL database that is captured', () => {
  test("has a topic for each table and one of heartbeats, of the connector's owner", () => {
    const { topics } = resolve(described(pipeline, capture));
    const made = [...topics.values()].filter(({ madeBy }) => madeBy === 'inventory');
    expect(made.map(({ name, partitions, owner }) => `${name} ${partitions} ${owner}`)).toEqual([
      'debezium-heartbeat.inventory 1 orders',
      'inventory.public.Order_Lines 3 orders',
      'inventory.public.orders 3 orders',
    ]);
  });

  test('is written to these topics and no other; nothing is read', () => {
    expect(may(capture)).toEqual([
      'Write Topic debezium-heartbeat.inventory',
      'Write Topic inventory.public.Order_Lines',
      'Write Topic inventory.public.orders',
    ]);
  });

  test('takes signals only where they are asked for: by a topic and a group of its own', () => {
    const signals = { 'platform.connectors.inventory.postgres.signals': true };
    expect(may(capture, signals).filter((one) => one.includes('signal'))).toEqual([
      'Read Group debezium-signal.inventory',
      'Read Topic debezium-signal.inventory',
    ]);
    expect(connector('inventory', capture, signals)).toMatchObject({
      config: { 'signal.enabled.channels': 'kafka', 'signal.kafka.topic': 'debezium-signal.inventory' },
      clients: [{ bootstrapServers: 'signal.kafka.bootstrap.servers', prefix: 'signal.consumer.' }],
    });
    expect(connector('inventory', capture)?.clients).toEqual([]);
    expect(Object.keys(connector('inventory', capture)?.config ?? {}).join()).not.toContain('signal');
  });

  test('is told exactly its tables, in a slot and a publication of its own', () => {
    expect(connector('inventory', capture)).toMatchObject({
      class: 'io.debezium.connector.postgresql.PostgresConnector',
      config: {
        'table.include.list': 'public\\.orders,public\\.Order_Lines',
        'slot.name': 'inventory',
        'publication.name': 'inventory',
        'publication.autocreate.mode': 'filtered',
        'database.sslmode': 'require',
      },
      secrets: {
        'database.user': { secret: 'inventory', key: 'username' },
        'database.password': { secret: 'inventory', key: 'password' },
      },
    });
  });

  test('may have a publication that somebody else made, and another TLS mode, but no other tables by config', () => {
    const one = connector('inventory', capture, {
      'platform.connectors.inventory.postgres.publication': 'orders',
      'platform.connectors.inventory.config': { 'database.sslmode': 'verify-full' },
    });
    expect(one?.config).toMatchObject({
      'publication.name': 'orders',
      'publication.autocreate.mode': 'disabled',
      'database.sslmode': 'verify-full',
    });
    const other = { 'platform.connectors.inventory.config': { 'table.include.list': '.*' } };
    expect(compileDescription(described(pipeline, capture, other)).problems).toMatchObject([
      { code: 'KFK-C021', path: "connectors.inventory.config['table.include.list']" },
    ]);
  });

  test('leaves a topic that is described by hand as it is', () => {
    const byHand = { owner: 'orders', cleanup: 'compact', partitions: 6 };
    const topic = resolve(
      described(pipeline, capture, { 'platform.topics[inventory.public.orders]': byHand }),
    ).topics.get('inventory.public.orders');
    expect(topic && kafkaConfig(topic)).toMatchObject({ 'cleanup.policy': 'compact' });
    expect(topic?.partitions).toBe(6);
  });
});

describe('a schema history', () => {
  const history = {
    'platform.topics[shop.history]': { owner: 'orders', partitions: 1, retention: 'unlimited' },
    'platform.connectors.legacy': {
      owner: 'orders',
      class: 'io.debezium.connector.mysql.MySqlConnector',
      produces: { 'orders.created': {} },
      schemaHistory: 'shop.history',
      config: { 'topic.prefix': 'shop' },
    },
  };

  test("is written and read again, by Debezium's own clients, and is no topic of a sink", () => {
    expect(may(history)).toEqual(
      [
        'Read Group shop-schemahistory',
        'Read Topic shop.history',
        'Write Topic orders.created',
        'Write Topic shop.history',
      ].sort((a, b) => (a.split(' ').slice(1).join() < b.split(' ').slice(1).join() ? -1 : 1)),
    );
    const one = connector('legacy', history);
    expect(one?.config).toEqual({ 'topic.prefix': 'shop', 'schema.history.internal.kafka.topic': 'shop.history' });
    expect(one?.clients.map(({ prefix }) => prefix)).toEqual([
      'schema.history.internal.producer.',
      'schema.history.internal.consumer.',
    ]);
  });
});
