/** Many objects leave a real kube-apiserver at once, the last of a kind among them, and with a cluster what is its own. */
import { KubernetesApi } from '../../../workflows/kubernetes/api';
import { parentResource } from '../../../workflows/kubernetes/applyset';
import type { LiveObject } from '../../../workflows/kubernetes/object';
import { ApiProxy } from '../../../workflows/kubernetes/proxy';
import { printed, Shop } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('many-leaving');
const readers = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `reader-${10 + index}`,
    { owner: 'orders', cluster: 'main', consumes: { 'orders.created': { group: `reader-${10 + index}` } } },
  ]),
);

beforeAll(() => {
  shop.describeAs((copy) => {
    const clusters = copy.clusters as Record<string, object>;
    clusters.main = { ...clusters.main, brokers: 4 };
    clusters.side = { ...clusters.main, cruiseControl: {}, issuer: 'authority' };
    for (const noun of [...Object.values(copy.platform.topics), ...Object.values(copy.platform.applications)])
      Object.assign(noun, { cluster: 'main' });
    Object.assign(copy.platform.applications, readers);
    Object.assign(readers['reader-10'] ?? {}, { scaling: {} });
  });
  shop.begin();
});

describe('forty applications that leave', () => {
  test('go in one run, and with one of them the last object of its kind', () => {
    expect(shop.names('kafkausers')).toHaveLength(44);
    expect(shop.names('scaledobjects', shop.applications)).toEqual(['reader-10']);
    shop.describeAs(({ platform }) => {
      for (const name of Object.keys(readers)) delete (platform.applications as Record<string, object>)[name];
    });
    const ran = shop.deploy('--format', 'json');
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(/applied {2}\d+ objects, deleted \d+/)]);
    const deleted = printed(ran).objects.filter(({ status }) => status === 'deleted');
    expect(deleted.length).toBeGreaterThan(80);
    expect(shop.names('kafkausers')).toEqual(['billing', 'main-lag-exporter', 'shop', 'side-lag-exporter']);
    expect(shop.names('scaledobjects', shop.applications)).toEqual([]);
  });

  test('are forgotten: the set looks for their kind no more, and nothing is left to do', () => {
    const { annotations } = shop.live('configmap', 'kafka-platform-kit').metadata;
    expect(annotations['applyset.kubernetes.io/contains-group-kinds']).not.toContain('ScaledObject');
    expect(shop.deploy()).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing to do') });
  });
});

test('what was made anew under the name of what was seen is not deleted', async () => {
  const proxy = await ApiProxy.start(
    { name: 'test', server: 'https://127.0.0.1' },
    { variables: shop.project.variables },
  );
  try {
    const api = new KubernetesApi((question) => proxy.ask(question));
    const name = 'made-anew';
    shop.server.kubectl('create', 'configmap', name, '--namespace', shop.namespace);
    const seen = (await api.get(parentResource, name, shop.namespace)) as LiveObject;
    const before = { ...seen, metadata: { ...seen.metadata, uid: '00000000-0000-0000-0000-000000000000' } };
    await expect(api.remove(parentResource, before)).rejects.toMatchObject({ status: 409 });
    expect(shop.names('configmaps')).toContain(name);
    await api.remove(parentResource, seen);
    expect(shop.names('configmaps')).not.toContain(name);
  } finally {
    proxy.stop();
  }
});

test('fewer brokers are told with the difference, and applied', () => {
  shop.describeAs((copy) => {
    copy.clusters.main.brokers = 3;
  });
  const { code, stderr } = shop.deploy();
  expect(stderr).toContain('KFK-D013 fewer nodes, or fewer copies of records: KafkaNodePool/main-broker');
  expect(code).toBe(0);
  expect(shop.live('kafkanodepool', 'main-broker').spec.replicas).toBe(3);
});

test('a cluster that leaves is left behind with what it names, and without its users', () => {
  shop.describeAs((copy) => {
    delete (copy.clusters as Record<string, object>).side;
  });
  const { code, stderr } = shop.deploy();
  expect(stderr).toContain('! Kafka/side in kafka-many-leaving');
  expect(stderr).toContain('left behind with Kafka/side, which names it');
  expect(code).toBe(0);
  expect(shop.names('kafkas')).toEqual(['main', 'side']);
  const { metricsConfig, listeners } = shop.live('kafka', 'side').spec.kafka;
  expect(shop.names('configmaps')).toContain(metricsConfig.valueFrom.configMapKeyRef.name);
  const certificates = shop.names('certificates').map((name) => shop.live('certificate', name).spec.secretName);
  for (const { configuration } of listeners)
    expect(certificates).toContain(configuration.brokerCertChainAndKey.secretName);
  expect(listeners.length).toBeGreaterThan(0);
  expect(shop.names('kafkarebalances')).toEqual(['side-add-brokers-template', 'side-remove-brokers-template']);
  expect(shop.names('kafkausers')).toEqual(['billing', 'main-lag-exporter', 'shop']);
});
