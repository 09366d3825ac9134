import { explanationOf } from '../../../workflows/explain/explanation';
import { everyOption } from '../../support/every-option';

test('a bridge: whom it lets in, and what all of them may do', () => {
  const explained = explanationOf(everyOption, 'web');
  expect(explained).toMatchObject({
    bridge: 'web',
    about: 'HTTP bridge: it asks nobody who he is, so all that reach it are its user',
    address: 'https://web-bridge-service.every-option.svc:9443',
    'reached from': ['the namespace web-shop', 'the namespace web-office'],
    'called by pages of': ['https://shop.example.com'],
    instances: '1',
    produces: ['orders.created'],
    may: ['Read Group web', 'Read Topic orders.created', 'Write Topic orders.created'],
    manifests: ['kubernetes/main/every-option/web--bridge.yaml', 'kubernetes/main/every-option/main-orders.yaml'],
    becomes: ['KafkaUser/web'],
  });
  expect(explained).not.toHaveProperty('application');
  expect(explanationOf(everyOption, 'web-writer')).not.toHaveProperty('called by pages of');
});

test('a schema registry: where it is, who reaches it, and where it remembers', () => {
  expect(explanationOf(everyOption, 'schemas')).toMatchObject({
    'schema registry': 'schemas',
    address: 'https://schemas.every-option.svc:8443/apis/ccompat/v7',
    'reached from': ['the namespace web-shop'],
    remembers: 'in schemas.journal, and tells in schemas.events what has changed',
    manifests: [
      'kubernetes/main/every-option/schemas--schema-registry.yaml',
      'kubernetes/main/every-option/main-orders.yaml',
    ],
    becomes: ['KafkaUser/schemas'],
  });
  expect(explanationOf(everyOption, 'schemas.journal')).toMatchObject({
    about: 'Every change of a schema in the registry schemas',
    partitions: '1, 1 replicas, 1 in sync to acknowledge',
  });
});

test('each names the file of manifests that holds it, and where its user is', () => {
  const manifestsOf = (name: string) => explanationOf(everyOption, name)?.manifests;
  expect(manifestsOf('pipeline')).toEqual([
    'kubernetes/main/every-option/pipeline--connect.yaml',
    'kubernetes/main/every-option/main-orders.yaml',
  ]);
  expect(manifestsOf('copy')).toBe('kubernetes/standby/every-option/copy--mirror-maker.yaml');
  expect(manifestsOf('copy-target')).toBe('kubernetes/standby/every-option/standby-orders.yaml');
});

test('what nobody calls is explained as it was', () => {
  expect(explanationOf(everyOption, 'shop')).toMatchObject({ application: 'shop', about: 'application' });
});
