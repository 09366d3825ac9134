/** What leaves the description leaves a real kube-apiserver, or stays by the two keys. */
import { type Description, printed, Shop } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('leaving');
beforeAll(() => shop.begin());

describe('what leaves', () => {
  test('a user goes with its access', () => {
    shop.describeAs(({ platform }) => {
      delete (platform.applications as Partial<Description['platform']['applications']>).billing;
    });
    const ran = shop.deploy('--format', 'json');
    expect(printed(ran).objects).toContainEqual(
      expect.objectContaining({ address: 'KafkaUser/billing', action: 'delete', status: 'deleted' }),
    );
    expect(printed(ran).changes).toContainEqual(
      expect.objectContaining({ code: 'KFK-D004', address: 'KafkaUser/billing' }),
    );
    expect(shop.names('kafkausers')).toEqual(['main-lag-exporter', 'shop']);
    expect(shop.names('externalsecrets', 'apps-leaving')).toEqual(['shop-kafka']);
  });

  test('what only has the label, as what Strimzi copies it to, stays', () => {
    const { labels } = shop.live('kafka', 'main').metadata;
    const copied = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'main-broker-0', namespace: 'kafka-leaving', labels },
    };
    expect(shop.server.tried(['create', '--filename', '-'], JSON.stringify(copied)).code).toBe(0);
    expect(shop.deploy().code).toBe(0);
    expect(shop.names('configmaps')).toContain('main-broker-0');
  });

  test('a topic without a word stays: by the inventory, and without it by the set', () => {
    shop.describeAs(({ platform }) => {
      delete (platform.topics as Partial<Description['platform']['topics']>)['orders.gone'];
      delete (platform.applications.shop.produces as Record<string, object>)['orders.gone'];
    });
    expect(shop.deploy()).toMatchObject({ code: 1, stderr: expect.stringContaining('KFK-I001') });
    shop.forgetInventory();
    expect(shop.deploy()).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('KFK-D001 KafkaTopic/orders.gone'),
    });
    expect(shop.names('kafkatopics')).toContain('orders.gone');
  });

  const removed = (data: 'keep' | 'destroy') => ({
    owner: 'orders',
    partitions: 3,
    removed: { reason: 'nobody reads it', until: '2027-03-31', data },
  });

  test('a topic whose data is to be destroyed stays without the second key', () => {
    shop.describeAs(({ platform }) => {
      (platform.topics as Record<string, object>)['orders.gone'] = removed('destroy');
    });
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('add an approval (code: KFK-D001, address: KafkaTopic/orders.gone');
    expect(code).toBe(4);
    expect(shop.names('kafkatopics')).toContain('orders.gone');
  });

  test('and goes with both', () => {
    shop.describeAs((copy) => {
      (copy as Record<string, unknown>).approvals = [
        {
          code: 'KFK-D001',
          address: 'KafkaTopic/orders.gone',
          reason: 'nobody reads it',
          owner: 'orders',
          expires: '2099-12-31',
        },
      ];
    });
    expect(shop.deploy()).toMatchObject({ code: 0 });
    expect(shop.names('kafkatopics')).toEqual(['orders.created', 'orders.old']);
    expect(Object.keys(JSON.parse(shop.project.read(shop.inventory)).topics)).toEqual(['orders.created', 'orders.old']);
    expect(shop.deploy()).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing to do') });
  });

  test('a topic whose data is kept is first left alone, then its object goes', () => {
    shop.describeAs(({ platform }) => {
      (platform.topics as Record<string, object>)['orders.old'] = removed('keep');
      delete (platform.applications.shop.produces as Record<string, object>)['orders.old'];
    });
    expect(shop.deploy()).toMatchObject({ code: 0 });
    expect(shop.live('kafkatopic', 'orders.old').metadata.annotations['strimzi.io/managed']).toBe('false');
    shop.describeAs(({ platform }) => {
      delete (platform.topics as Record<string, object>)['orders.old'];
    });
    expect(shop.deploy()).toMatchObject({ code: 0 });
    expect(shop.names('kafkatopics')).toEqual(['orders.created']);
  });
});
