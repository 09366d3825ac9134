import { emptyInventory, type Inventory, inventoryAfter } from '../../model/inventory';
import { resolve, small } from '../support/describe';

const topic = (shard: string, cluster = 'main') => ({ cluster, shard, partitions: 3, cleanup: 'delete' });
const before: Inventory = {
  topics: { 'a.kept': topic('orders'), 'b.elsewhere': topic('payments'), 'c.other': topic('orders', 'other') },
  applications: { shop: { cluster: 'main', shard: 'orders' }, till: { cluster: 'main', shard: 'payments' } },
};
const applied = (inventory: Inventory) =>
  inventoryAfter(before, { key: 'orders', cluster: { name: 'main' }, inventory });

describe('after a shard is applied', () => {
  test('the inventory knows what it holds now, and no longer what it held', () => {
    const { topics, applications } = applied({ topics: { 'z.new': topic('orders') }, applications: {} });
    expect(Object.keys(topics)).toEqual(['b.elsewhere', 'c.other', 'z.new']);
    expect(Object.keys(applications)).toEqual(['till']);
  });

  test('it still knows other shards, and the same shard on other clusters', () => {
    expect(applied(emptyInventory).topics).toEqual({
      'b.elsewhere': topic('payments'),
      'c.other': topic('orders', 'other'),
    });
  });

  test('it is sorted, and what it was is left alone', () => {
    const had = structuredClone(before);
    expect(Object.keys(applied({ topics: { 'a.first': topic('orders') }, applications: {} }).topics)[0]).toBe(
      'a.first',
    );
    expect(before).toEqual(had);
  });
});

test('an inventory of everything applied is what the next description is judged by: nothing is wrong', () => {
  const { shards } = resolve(small);
  const inventory = shards.reduce(inventoryAfter, emptyInventory);
  expect(Object.keys(inventory.topics)).toEqual(['orders.created', 'orders.created.billing.dlq']);
  expect(resolve(small, { inventory }).shards).toEqual(shards);
});
