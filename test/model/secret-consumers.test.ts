import { consumersOf, consumersOfCredential } from '../../model/secret-consumers';
import { namespace } from '../backends/event-hubs/namespace';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const strimzi = {
  backend: 'strimzi',
  pools: { nodes: { roles: ['controller', 'broker'], nodes: 3, storage: '10GiB' } },
};
const onStrimzi = (changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(
    changed<unknown>(small, {
      'clusters.main': strimzi,
      kubernetes: {},
      'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1' },
      'platform.connectors.archive': {
        owner: 'orders',
        class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
        consumes: { 'orders.created': {} },
        secrets: { 'connection.password': { secret: 'database', key: 'password' } },
      },
      ...changes,
    }) as Description,
  );
const told = (consumers: ReturnType<typeof consumersOf>) =>
  consumers.map(({ kind, name, notices, reads }) => `${kind} ${name}: ${reads}, ${notices}`);

test('a password is read by its application, from the Secret that is delivered to it', () => {
  const [consumer, ...others] = consumersOfCredential('shop', onStrimzi());
  expect(others).toEqual([]);
  expect(consumer).toMatchObject({
    kind: 'application',
    name: 'shop',
    namespace: 'applications',
    notices: 'at-restart',
  });
  expect(consumer?.how).toContain('secret.reloader.stakater.com/reload: shop-kafka');
});

test('what scales an application presents the same, and notices by itself', () => {
  const scaled = onStrimzi({ 'platform.applications.billing.scaling': { deployment: 'billing' } });
  expect(told(consumersOfCredential('billing', scaled))).toEqual([
    "application billing: the Secret 'billing-kafka', at-restart",
    "scaler billing: the Secret 'billing-kafka', by-itself",
  ]);
});

test("the workers' user is read by workers and connectors, which Strimzi replaces", () => {
  expect(told(consumersOfCredential('pipeline', onStrimzi()))).toEqual([
    "connect-cluster pipeline: the Secret 'pipeline', by-itself",
    "connector archive: what the workers of 'pipeline' have, by-itself",
  ]);
});

test('a Secret that connectors name is read by those and no other', () => {
  expect(told(consumersOf({ store: 'kubernetes', name: 'database' }, onStrimzi()))).toEqual([
    "connector archive: the Secret 'database', at-restart",
  ]);
  expect(consumersOf({ store: 'secrets-manager', name: 'database' }, onStrimzi())).toEqual([]);
});

test('a reference finds the application whose credential it is', () => {
  const resolved = resolve(small);
  expect(told(consumersOf({ store: 'files', name: 'main/shop' }, resolved))).toEqual([
    "application shop: the client folder of 'shop' on this machine, at-restart",
  ]);
  expect(consumersOf({ store: 'files', name: 'main/nobody' }, resolved)).toEqual([]);
});

test('whom the platform vouches for nobody has to tell', () => {
  const resolved = resolve(changed<unknown>(onlyShop, { 'clusters.main': namespace }) as Description);
  expect(consumersOfCredential('shop', resolved)).toEqual([]);
});

const onlyShop = changed<unknown>(small, { 'platform.applications.billing': undefined });
