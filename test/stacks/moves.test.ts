import { App } from 'cdktf';
import { KafkaAcl } from '../../constructs/terraform/kafka/acl';
import { KafkaProvider } from '../../constructs/terraform/kafka/provider';
import { KafkaTopic } from '../../constructs/terraform/kafka/topic';
import { movedSubtree } from '../../constructs/terraform/moved-subtree';
import { DataPlaneStack } from '../../stacks/data-plane-stack';
import { namespace } from '../backends/event-hubs/namespace';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { addressesIn, synthesized, type TerraformJson } from '../support/synthesize';

/** The stacks of a description, by name. */
function stacksOf(description: Description, inventory?: Parameters<typeof resolve>[1]): Map<string, TerraformJson> {
  const { shards } = resolve(description, inventory);
  const app = new App({ outdir: '/tmp/never-written' });
  return new Map(shards.map((shard) => [shard.name, new DataPlaneStack(app, { shard }).toTerraform()]));
}

const renamed = (changes: object = {}) =>
  changed<Description>(small, {
    'clusters.main': namespace,
    'platform.applications.shop-front': small.platform.applications.shop,
    'platform.applications.shop': undefined,
    moves: { main: { shop: 'shop-front' } },
    ...changes,
  });

describe('an application that was renamed', () => {
  test('moves with everything that is its own, and nothing else does', () => {
    const [json = {} as TerraformJson] = stacksOf(renamed()).values();
    const own = Object.keys(Object.assign({}, ...Object.values(json.resource ?? {}))).filter((id) =>
      id.startsWith('shop-front'),
    );
    expect(own.length).toBeGreaterThan(1);
    expect(addressesIn(json).filter((line) => line.startsWith('moved'))).toEqual([
      'moved azurerm_role_assignment.shop_write_topic_orders_created -> azurerm_role_assignment.shop-front_write_topic_orders_created',
      'moved azurerm_user_assigned_identity.shop -> azurerm_user_assigned_identity.shop-front',
    ]);
  });

  test('takes nothing from one whose name goes on after its own', () => {
    const other = { 'platform.applications.shop-front-2': { owner: 'orders', produces: { 'orders.created': {} } } };
    const [json = {} as TerraformJson] = stacksOf(renamed(other)).values();
    expect(json.moved?.filter(({ to }) => to.includes('shop-front-2'))).toEqual([]);
    expect(json.moved).toHaveLength(2);
  });

  test('stays in the state that knows it, whoever owns it now', () => {
    const owner = { 'platform.owners.sales': { contact: 'sales@example.com' } };
    const sold = { ...owner, 'platform.applications.shop-front.owner': 'sales' };
    const inventory = { topics: {}, applications: { shop: { cluster: 'main', shard: 'orders' } } };
    const stacks = stacksOf(renamed(sold), { inventory });
    expect(stacks.get('test-main-orders')?.moved).toHaveLength(2);
    expect([...stacks.keys()]).toEqual(['test-main-orders']);
  });

  test('has no block where nothing was renamed', () => {
    for (const json of stacksOf(renamed({ moves: undefined })).values()) expect(json.moved).toBeUndefined();
  });
});

test('a subtree of a stack of your own moves up to a boundary of names, and twice is not once', () => {
  const { moved } = synthesized((stack) => {
    new KafkaProvider(stack, 'kafka', { bootstrapServers: 'kafka.example.com:9093' });
    for (const id of ['orders', 'orders_dlq', 'orders-2', 'ordersystem'])
      new KafkaTopic(stack, id, { name: id, partitions: 1, replicationFactor: 1 });
    new KafkaAcl(stack, 'orders_reads', {
      resourceType: 'Topic',
      resourceName: 'orders',
      principal: 'User:shop',
      operation: 'Read',
    });
    movedSubtree(stack, { from: 'shop', to: 'orders', except: ['orders-2'] });
    movedSubtree(stack, { from: 'old', to: 'ordersystem' });
  });
  expect(moved?.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'kafka_acl.shop_reads kafka_acl.orders_reads',
    'kafka_topic.shop kafka_topic.orders',
    'kafka_topic.shop_dlq kafka_topic.orders_dlq',
    'kafka_topic.old kafka_topic.ordersystem',
  ]);
});
