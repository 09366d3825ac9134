import {
  ExternalSecret,
  type ExternalSecretProps,
} from '../../../../constructs/kubernetes/external-secrets/external-secret';
import { SecretReader } from '../../../../constructs/kubernetes/external-secrets/secret-reader';
import { KubernetesSecretStore } from '../../../../constructs/kubernetes/external-secrets/secret-store';
import { manifestsOf } from '../../../support/chart';

describe('a reader of Secrets', () => {
  const props = { name: 'orders', namespace: 'applications', remoteNamespace: 'kafka', secrets: ['shop', 'billing'] };
  const [account, role, binding] = manifestsOf(
    (chart) => new SecretReader(chart, 'it', { ...props, labels: { owner: 'orders' } }),
  );

  test('may get exactly the Secrets that it is told, and not list them', () => {
    expect(role).toMatchObject({
      kind: 'Role',
      metadata: { name: 'orders', namespace: 'kafka', labels: { owner: 'orders' } },
      rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['shop', 'billing'], verbs: ['get'] }],
    });
  });

  test('is bound to the role of its own name, where the Secrets are, and lives where it is used', () => {
    expect(account).toMatchObject({ kind: 'ServiceAccount', metadata: { name: 'orders', namespace: 'applications' } });
    expect(binding).toMatchObject({
      kind: 'RoleBinding',
      metadata: { namespace: 'kafka' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'orders' },
      subjects: [{ kind: 'ServiceAccount', name: 'orders', namespace: 'applications' }],
    });
  });
});

test('a store reads one other namespace as the account that it is told', () => {
  const [store] = manifestsOf(
    (chart) =>
      new KubernetesSecretStore(chart, 'it', {
        metadata: { name: 'orders', namespace: 'applications' },
        remoteNamespace: 'kafka',
        serviceAccount: 'orders',
      }),
  );
  expect(store).toMatchObject({
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: 'orders', namespace: 'applications' },
    spec: {
      provider: { kubernetes: { remoteNamespace: 'kafka', auth: { serviceAccount: { name: 'orders' } } } },
    },
  });
});

describe('an external secret', () => {
  const least: ExternalSecretProps = {
    metadata: { name: 'shop-kafka' },
    secretStore: 'orders',
    values: { password: { key: 'shop', property: 'password' } },
  };
  const spec = (props: Partial<ExternalSecretProps>) =>
    manifestsOf((chart) => new ExternalSecret(chart, 'it', { ...least, ...props }))[0]?.spec;

  test('makes a Secret of its own name, which stays when its source is gone', () => {
    expect(spec({})).toEqual({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'orders' },
      target: {
        name: 'shop-kafka',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', mergePolicy: 'Merge', data: {} },
      },
      data: [{ secretKey: 'password', remoteRef: { key: 'shop', property: 'password' } }],
    });
  });

  test('joins however many values of one secret, and nothing else of it comes along', () => {
    const joined = { 'ca.crt': { key: 'main-cluster-ca-cert', suffix: '.crt' } };
    expect(spec({ joined, template: { told: 'so' } })).toMatchObject({
      target: {
        template: {
          mergePolicy: 'Replace',
          data: {
            password: '{{ index . "password" }}',
            'ca.crt':
              '{{ range $name, $value := . }}{{ if and (hasPrefix "joined-0-" $name) (hasSuffix ".crt" $name) }}{{ $value | trim }}\n{{ end }}{{ end }}',
            told: 'so',
          },
        },
      },
      dataFrom: [
        {
          extract: { key: 'main-cluster-ca-cert' },
          rewrite: [{ regexp: { source: '^(.*)$', target: 'joined-0-$1' } }],
        },
      ],
    });
  });

  test('joins values of several secrets in their order, and their parts stay out', () => {
    const bundled = { 'ca.crt': ['company', 'company-next'].map((key) => ({ key, property: 'ca.crt' })) };
    expect(spec({ bundled })).toMatchObject({
      target: {
        template: {
          mergePolicy: 'Replace',
          data: {
            password: '{{ index . "password" }}',
            'ca.crt': '{{ index . "ca.crt-0" | trim }}\n{{ index . "ca.crt-1" | trim }}\n',
          },
        },
      },
      data: [
        { secretKey: 'password', remoteRef: { key: 'shop', property: 'password' } },
        { secretKey: 'ca.crt-0', remoteRef: { key: 'company', property: 'ca.crt' } },
        { secretKey: 'ca.crt-1', remoteRef: { key: 'company-next', property: 'ca.crt' } },
      ],
    });
  });

  test.each<[Partial<ExternalSecretProps>, object]>([
    [{ secretStore: 'payments' }, { secretStoreRef: { kind: 'SecretStore', name: 'payments' } }],
    [{ secretStoreKind: 'ClusterSecretStore' }, { secretStoreRef: { kind: 'ClusterSecretStore', name: 'orders' } }],
    [{ values: { all: { key: 'shop' } } }, { data: [{ secretKey: 'all', remoteRef: { key: 'shop' } }] }],
    [{ template: { username: 'shop' } }, { target: { template: { data: { username: 'shop' } } } }],
    [{ refreshInterval: '5m' }, { refreshInterval: '5m' }],
  ])('%j becomes %j', (props, changed) => {
    expect(spec(props)).toMatchObject(changed);
  });
});
