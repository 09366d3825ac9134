import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { kafka, problems } from './kafka';

describe('tiered storage', () => {
  const tieredStorage = { className: 'org.example.Store', classPath: '/opt/store/*', config: { bucket: 'old' } };
  const image = 'registry.example.com/kafka:1';
  const topic = {
    'platform.topics[orders.created].config': { 'remote.storage.enable': true, 'local.retention.ms': 1 },
  };

  test('is in the Kafka, with the image that has the plugin', () => {
    expect(kafka({ tieredStorage, image }).kafka).toMatchObject({
      image,
      tieredStorage: { type: 'custom', remoteStorageManager: tieredStorage },
    });
    expect(kafka({}).kafka).not.toHaveProperty('tieredStorage');
  });

  test('is a capability of the cluster that has it and of no other: the fix names both fields', () => {
    expect(problems({ tieredStorage, image }, topic)).toEqual([]);
    const [refused, ...others] = problems({}, topic);
    expect(others).toEqual([]);
    expect(refused).toMatch(/^KFK-C001 .*tieredStorage: .*image/);
    const two = compileDescription(
      changed<unknown>(small, {
        kubernetes: {},
        'clusters.main': { backend: 'strimzi', tieredStorage, image },
        'clusters.other': { backend: 'strimzi' },
        'platform.topics[orders.created].cluster': 'other',
        'platform.applications.shop.cluster': 'other',
        'platform.applications.billing.cluster': 'other',
        ...topic,
      }),
    );
    expect(two.problems.map(({ code }) => code)).toContain('KFK-C001');
  });

  test('is said as such: brokers’ configuration is refused what would switch it on without an image that has the plugin', () => {
    const config = { 'remote.log.storage.system.enable': true, 'client.quota.callback.class': 'x' };
    expect(problems({ config }).map((problem) => problem.split(': ')[0])).toEqual([
      expect.stringContaining("config['client.quota.callback.class']"),
      expect.stringContaining("config['remote.log.storage.system.enable']"),
    ]);
    expect(problems({ config: { 'remote.log.manager.thread.pool.size': 10 } })).toEqual([]);
  });

  test.each<[string, object, readonly string[]]>([
    ['a secret', { 'storage.gcs.credentials.json': '{}' }, ['KFK-K461']],
    ['what only sounds like one', { 'storage.s3.credentials.provider.class': 'x', 'fetch.token.ttl': '1' }, []],
    ['a reference', { 'storage.azure.account.key': '${strimzienv:KEY}' }, []],
  ])('with %s in its configuration', (_, config, expected) => {
    const found = problems({ image, tieredStorage: { ...tieredStorage, config } as typeof tieredStorage });
    expect(found.map((problem) => problem.slice(0, 8))).toEqual(expected);
  });
});
