import { ApiObject } from 'cdk8s';
import { kubernetesApp } from '../../../charts/kubernetes-app';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const inStore = (store: string, changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(
    changed<unknown>(small, {
      'clusters.main': { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' },
      kubernetes: { secretStore: 'company' },
      secrets: { store, ...(store === 'key-vault' ? { vault: 'kit' } : {}) },
      ...changes,
    }) as Description,
  );
const objects = (resolved: ReturnType<typeof resolve>, kind: string) =>
  kubernetesApp(resolved, { folder: 'unused' })
    .node.findAll()
    .filter(ApiObject.isApiObject)
    .filter((object) => object.kind === kind)
    .map((object) => object.toJson());
const pushedAs = (store: string) =>
  objects(inStore(store), 'PushSecret').find(({ metadata }) => metadata.name === 'shop-password');

test.each(['vault', 'secrets-manager'])(
  'a password is made in %s, with the name of its user, where there is none yet',
  (store) => {
    const name = store === 'vault' ? 'test/main/shop' : 'AmazonMSK_test/main/shop';
    expect(pushedAs(store)?.spec).toMatchObject({
      updatePolicy: 'IfNotExists',
      deletionPolicy: 'None',
      secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'company' }],
      selector: { generatorRef: { kind: 'Password', name: 'main-orders-passwords' } },
      template: { data: { password: '{"username": "shop", "password": "{{ .password }}"}' } },
      data: [{ match: { secretKey: 'password', remoteRef: { remoteKey: name } } }],
    });
  },
);

test('in a Key Vault the password is all of the secret', () => {
  expect(pushedAs('key-vault')?.spec.template).toBeUndefined();
  expect(pushedAs('key-vault')?.spec.data[0].match.remoteRef).toEqual({ remoteKey: 'test-main-shop' });
});

test('what is made is what is read: the same name, the value of that part', () => {
  const pushed = objects(inStore('vault'), 'PushSecret').map(({ spec }) => spec.data[0].match.remoteRef.remoteKey);
  const read = objects(inStore('vault'), 'ExternalSecret').flatMap(({ spec }) =>
    spec.secretStoreRef.name === 'company' ? [spec.data[0].remoteRef] : [],
  );
  expect(pushed).toHaveLength(2);
  expect(read).toEqual(pushed.map((key) => ({ key, property: 'password' })));
});

test('one generator makes those of a team, of letters and digits, each as likely as any other', () => {
  expect(objects(inStore('vault'), 'Password').map(({ spec }) => spec)).toEqual([
    { length: 40, digits: 10, symbols: 0, noUpper: false, allowRepeat: true },
  ]);
});

test('nothing is made where somebody else puts it there, or where the operator makes it', () => {
  const told = [inStore('vault', { 'secrets.generated': false }), inStore('kubernetes')];
  for (const resolved of told) expect(objects(resolved, 'PushSecret')).toEqual([]);
});

test('an application finds the name of its user beside its password', () => {
  const delivered = objects(inStore('kubernetes'), 'ExternalSecret').find(
    ({ metadata }) => metadata.name === 'shop-kafka',
  );
  expect(delivered?.spec.target.template.data).toMatchObject({ username: 'shop' });
});
