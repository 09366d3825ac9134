/** Terraform and Kubernetes in one deploy: the real Terraform, and a real kube-apiserver. */
import { Shop, topic } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('mixed');
beforeAll(() => shop.makeApplications());

describe('Terraform and Kubernetes in one environment', () => {
  const mixed = {
    name: 'mixed',
    kubernetes: { namespace: 'kafka-mixed', applicationNamespace: 'apps-mixed' },
    clusters: {
      main: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' },
      legacy: { backend: 'kafka', version: '4.1.0', brokers: 3 },
    },
    platform: {
      owners: { orders: { contact: 'orders@example.com' } },
      topics: {
        'orders.created': { ...topic, cluster: 'main' },
        'orders.elsewhere': { ...topic, cluster: 'legacy' },
      },
      applications: {},
    },
  };

  beforeAll(() => {
    shop.project.write('environments/mixed.yaml', mixed);
    // Nobody answers there: Terraform plans what it is to make, and fails to make it.
    for (const variable of ['bootstrap_servers', 'ca_certificate', 'admin_username', 'admin_password'])
      shop.project.variables[`TF_VAR_legacy_${variable}`] = '127.0.0.1:1';
  });
  afterAll(() => {
    shop.project.run('rm', ['environments/mixed.yaml']);
  });

  test('are shown in one run', () => {
    const { code, stderr } = shop.project.kit('deploy', 'mixed', '--context', 'test', '--dry-run');
    expect(stderr).toContain('+ KafkaTopic/orders.created in kafka-mixed');
    expect(stderr).toContain('mixed-legacy-orders  plan     1 to add');
    expect(code).toBe(3);
  });

  test('objects are not applied after a stack that failed', () => {
    const { code, stderr } = shop.project.kit('deploy', 'mixed', '--context', 'test');
    expect(stderr).toContain('mixed-legacy-orders failed');
    expect(code).toBe(5);
    expect(shop.server.kubectl('get', 'namespaces', '--output', 'name')).not.toContain('kafka-mixed');
  });
});
