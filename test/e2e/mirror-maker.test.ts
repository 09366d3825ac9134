import { proveAccess } from '../../workflows/prove/prove-access';
import { KafkaTools } from '../support/kafka-tools';
import { everything } from '../support/mirror-seen';
import { MirroredShop } from '../support/mirrored-shop';

const shop = new MirroredShop();

beforeAll(() => shop.start(), 300_000);
afterAll(() => shop.stop(), 120_000);

test('brokers allow MirrorMaker on both sides what the description says, and nothing else', async () => {
  const { applications, denied } = await proveAccess(shop.resolved, shop.project.folders, shop.tools);
  expect(applications).toBe(4);
  expect(denied).toBeGreaterThan(100);
}, 120_000);

test('records, checkpoints, offsets, new partitions and configuration arrive at the target', async () => {
  expect(await shop.mirrored()).toEqual(everything);
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

describe('what applications did at the source', () => {
  beforeAll(async () => {
    const tools = new KafkaTools(shop.project, shop.cluster('main'));
    await shop.forget();
    await shop.admin.abort('main', 'orders.created', 'never said');
    tools.produce(shop.client('order-service'), 'orders.created', ['the order']);
    tools.consumeAs(shop.client('payment-service'), 'payment-service', 'orders.created');
    await shop.whileMirroring(({ offsets }) => offsets);
  }, 120_000);

  test('arrives: what one wrote, and how far the other one read', async () => {
    expect(await shop.admin.read('standby', shop.copy)).toContain('the order');
    for (const offset of await shop.admin.offsets('standby', 'payment-service'))
      expect(offset).toMatch(/^main\.orders\.created-\d+=[1-9]\d*$/);
  }, 60_000);

  test('does not arrive when its transaction was aborted', async () => {
    const copies = await shop.admin.read('standby', shop.copy);
    expect(copies).not.toHaveLength(0);
    expect(copies).not.toContain('never said');
  }, 60_000);

  test('is all that is there: MirrorMaker writes nothing at the source', async () => {
    expect(await shop.admin.topics('main')).toEqual(['orders.created']);
  }, 60_000);
});
