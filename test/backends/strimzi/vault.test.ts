import { change } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { type Changes, found, made, on, two } from './reached';
import { vault } from './vault.cases';

const signed = (said: object = {}, changes: Changes = {}) =>
  on(
    { ...two, clientCertificates: { ...vault, ...said } },
    { 'platform.applications.billing.authentication': 'mtls', ...changes },
  );
const objects = made(signed());

describe('an application whose certificate Vault signs', () => {
  test('is a user that brings its own, of exactly its name', () => {
    expect(found(objects, 'KafkaUser', 'billing').spec.authentication).toEqual({ type: 'tls-external' });
    const { parameters } = found(objects, 'VaultDynamicSecret', 'billing-certificate').spec;
    expect(parameters).toEqual({
      common_name: 'billing',
      ttl: '720h',
      exclude_cn_from_sans: true,
      private_key_format: 'pkcs8',
    });
  });

  test('has it asked for by an account of the cluster’s, whose token nobody but Vault takes', () => {
    const { method, path, provider } = found(objects, 'VaultDynamicSecret', 'billing-certificate').spec;
    expect([method, path]).toEqual(['POST', 'pki/issue/kafka-clients']);
    expect(provider).toEqual({
      server: 'https://vault.example.com:8200',
      auth: {
        kubernetes: {
          mountPath: 'kubernetes',
          role: 'kafka-main',
          serviceAccountRef: { name: 'main-vault', audiences: ['vault'] },
        },
      },
    });
    expect(found(objects, 'ServiceAccount', 'main-vault')).toMatchObject({
      metadata: { namespace: 'kafka' },
      automountServiceAccountToken: false,
    });
  });

  test('gets another one before half of it is over, so that one renewal may fail', () => {
    const { refreshInterval, dataFrom, target } = found(objects, 'ExternalSecret', 'billing-certificate').spec;
    expect(refreshInterval).toBe('336h');
    expect(dataFrom).toEqual([
      {
        sourceRef: {
          generatorRef: {
            apiVersion: 'generators.external-secrets.io/v1alpha1',
            kind: 'VaultDynamicSecret',
            name: 'billing-certificate',
          },
        },
      },
    ]);
    expect(Object.keys(target.template.data)).toEqual(['user.crt', 'user.key']);
    expect(target.template.mergePolicy).toBe('Replace');
  });

  test('finds it where it runs under the names that it would have of the User Operator, beside the authority of brokers', () => {
    const { data, target } = found(objects, 'ExternalSecret', 'billing-kafka').spec;
    expect(data).toEqual([
      { secretKey: 'user.crt', remoteRef: { key: 'billing-certificate', property: 'user.crt' } },
      { secretKey: 'user.key', remoteRef: { key: 'billing-certificate', property: 'user.key' } },
    ]);
    expect(Object.keys(target.template.data)).toEqual(expect.arrayContaining(['ca.crt', 'user.crt', 'user.key']));
    expect(found(objects, 'Role', 'kafka-main-orders').rules[0].resourceNames).toEqual([
      'main-cluster-ca-cert',
      'billing-certificate',
      'shop',
    ]);
  });

  test('is asked for by no one who has a password', () => {
    expect(found(objects, 'VaultDynamicSecret', 'shop-certificate')).toBeUndefined();
    expect(found(objects, 'KafkaUser', 'shop').spec.authentication).toEqual({ type: 'scram-sha-512' });
  });
});

test('where the User Operator signs, Vault is asked for nothing', () => {
  const own = made(on(two, { 'platform.applications.billing.authentication': 'mtls' }));
  expect(own.filter(({ kind }) => kind === 'VaultDynamicSecret')).toEqual([]);
  expect(found(own, 'ServiceAccount', 'main-vault')).toBeUndefined();
});

test('Strimzi makes no authority of clients: Vault’s is beside the cluster', () => {
  expect(found(objects, 'Kafka', 'main').spec.clientsCa).toMatchObject({ generateCertificateAuthority: false });
});

test('every word about Vault is said to External Secrets', () => {
  const told = signed({
    mount: 'teams/pki',
    authority: 'vault-authority',
    namespace: 'teams',
    login: { role: 'kafka', mount: 'stage-cluster' },
  });
  const { path, provider } = found(made(told), 'VaultDynamicSecret', 'billing-certificate').spec;
  expect(path).toBe('teams/pki/issue/kafka-clients');
  expect(provider).toMatchObject({
    namespace: 'teams',
    caProvider: { type: 'Secret', name: 'vault-authority', key: 'ca.crt' },
    auth: { kubernetes: { mountPath: 'stage-cluster', role: 'kafka' } },
  });
});

test('how long it lasts is what is asked for, in hours too', () => {
  const short = signed({}, { 'clusters.main.certificates': { users: { lasts: '36h', renewBefore: '24h' } } });
  expect(found(made(short), 'VaultDynamicSecret', 'billing-certificate').spec.parameters.ttl).toBe('36h');
  expect(found(made(short), 'ExternalSecret', 'billing-certificate').spec.refreshInterval).toBe('12h');
});

describe('an operator whose certificate Vault signs', () => {
  const operator = (role: string) => ({
    kubernetes: { namespace: 'kafka', secretStore: 'vault' },
    operators: { fire: { owner: 'orders', role, reason: 'INC-4711', until: '2026-11-25', namespace: 'people' } },
  });
  const asked = (role: string) => {
    const all = made(on({ authentication: ['mtls'], clientCertificates: vault }, operator(role)));
    return {
      parameters: found(all, 'VaultDynamicSecret', 'fire-certificate').spec.parameters,
      refreshInterval: found(all, 'ExternalSecret', 'fire-certificate').spec.refreshInterval,
    };
  };

  test('has one to the end of its day while glass is broken, and no other after it', () => {
    const { parameters, refreshInterval } = asked('break-glass');
    expect([parameters.not_after, parameters.ttl]).toEqual(['2026-11-26T00:00:00Z', undefined]);
    expect(refreshInterval).toBe('0s');
  });

  test('has the same as applications in any other role, whose day may be far away', () => {
    const { parameters, refreshInterval } = asked('read-only');
    expect([parameters.not_after, parameters.ttl]).toEqual([undefined, '720h']);
    expect(refreshInterval).toBe('336h');
  });
});

describe('what the kit runs itself', () => {
  const all = made(
    on(
      { authentication: ['mtls'], clientCertificates: vault },
      { bridges: { web: { owner: 'orders', produces: { 'orders.created': {} } } } },
    ),
  );

  test('presents what Vault signed for it', () => {
    expect(found(all, 'KafkaUser', 'web').spec.authentication).toEqual({ type: 'tls-external' });
    expect(found(all, 'VaultDynamicSecret', 'web-certificate').spec.parameters.common_name).toBe('web');
  });

  test('and so does what watches the cluster', () => {
    expect(found(all, 'VaultDynamicSecret', 'main-lag-exporter-certificate').spec.parameters.common_name).toBe(
      'main-lag-exporter',
    );
  });
});

test.each([
  ['a server that anybody could answer for', { server: 'http://vault.example.com' }, 'server'],
  ['a password in its address', { server: 'https://kit:word@vault.example.com' }, 'server'],
  [
    'a path behind it, which the engine’s own would follow',
    { server: 'https://vault.example.com/v1/../sys' },
    'server',
  ],
  ['a path that leaves the engine', { mount: 'pki/../sys' }, 'mount'],
  ['a role with a slash', { role: 'clients/../../sys' }, 'role'],
  ['a slash before a path', { login: { role: 'kafka', mount: '/kubernetes' } }, 'login.mount'],
  ['a Secret that nobody could make', { authority: 'Vault_Authority' }, 'authority'],
])('%s is refused', (_, said, field) => {
  const { problems } = compileDescription(
    change(small, ['clusters', 'main'], { backend: 'strimzi', ...two, clientCertificates: { ...vault, ...said } }),
  );
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toContain(
    `KFK-X091 clusters.main.clientCertificates.${field}`,
  );
});
