import { KafkaTools } from '../support/kafka-tools';
import { MirroredShop, type Seen } from '../support/mirrored-shop';

const shop = new MirroredShop();
const everything: Seen = { records: true, checkpoints: true, offsets: true, partitions: true, configuration: true };

beforeAll(() => shop.start(), 300_000);
afterAll(() => shop.stop(), 120_000);

test('records, offsets, new partitions and configuration arrive at the target', async () => {
  expect(await shop.mirrored()).toEqual(everything);
}, 120_000);

test('what an application wrote and how far another one read arrive, and nothing is written at the source', async () => {
  const process = shop.startMirrorMaker();
  try {
    const [source, target] = ['main', 'standby'].map((name) => new KafkaTools(shop.project, shop.cluster(name)));
    source?.produce(shop.client('order-service'), 'orders.created', ['the order']);
    const count = await shop.admin.records('main', 'orders.created');
    expect(target?.consume(shop.copy, count)).toContain('the order');
    expect(await shop.admin.offsets('standby', 'payment-service')).toEqual([
      expect.stringMatching(/^main\.orders\.created-0=[1-9]\d*$/),
    ]);
    expect(source?.topics()).toEqual(['orders.created']);
  } finally {
    await process.stop();
  }
}, 120_000);

describe('without one of its permissions', () => {
  test('to read the configuration of a topic at the source, nothing is copied', async () => {
    const permission = shop.permission('source', 'orders.created', 'DescribeConfigs');
    const seen = await shop.without(permission, 'no-records');
    expect(seen).toMatchObject({ records: false, checkpoints: false, offsets: false });
  }, 120_000);

  test('to see a group at the source, its offsets are not translated, and records still arrive', async () => {
    const permission = shop.permission('source', 'payment-service', 'Describe');
    const seen = await shop.without(permission, 'no-checkpoints');
    expect(seen).toEqual({ ...everything, checkpoints: false, offsets: false });
  }, 120_000);

  test('to alter the configuration of a copy, it stays as it was, and the rest arrives', async () => {
    const permission = shop.permission('target', shop.copy, 'AlterConfigs');
    expect(await shop.without(permission, 'no-configuration')).toEqual({ ...everything, configuration: false });
  }, 120_000);
});
