/** Accounts and clusters that cannot take it all: what a real kube-apiserver refuses, and what is said of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from '../../support/project';
import { shared } from '../../support/shared';
import { Shop, topic } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('refused');
beforeAll(() => shop.begin());

describe('an account of a pipeline', () => {
  let own: string;

  beforeAll(() => {
    own = shop.project.variables.KUBECONFIG as string;
    for (const namespace of ['kafka-refused', 'apps-refused']) {
      shop.server.kubectl('create', 'role', 'ci', '--verb=*', '--resource=*.*', '--namespace', namespace);
      shop.server.kubectl('create', 'rolebinding', 'ci', '--role=ci', '--user=ci', '--namespace', namespace);
    }
    const verbs = ['--verb=get,patch', '--resource=namespaces', '--resource-name=kafka-refused'];
    shop.server.kubectl('create', 'clusterrole', 'ci', ...verbs);
    shop.server.kubectl('create', 'clusterrolebinding', 'ci', '--clusterrole=ci', '--user=ci');
    shop.project.write('ci.kubeconfig', readFileSync(own, 'utf8').replace(/^ {4}user:$/m, '    user:\n      as: ci'));
    shop.project.variables.KUBECONFIG = join(shop.project.folder, 'ci.kubeconfig');
  });
  afterAll(() => {
    shop.project.variables.KUBECONFIG = own;
  });

  test('needs no rights but in the namespaces, and is told what it cannot see', () => {
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 8 };
    });
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('this account may not list Namespace in all of the cluster');
    expect(code).toBe(0);
    expect(shop.live('kafkatopic', 'orders.created').spec.partitions).toBe(8);
  });

  test('is told in the server’s words what it may not', () => {
    shop.server.kubectl('delete', 'rolebinding', 'ci', '--namespace', 'apps-refused');
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('User "ci" cannot list resource');
    expect(code).toBe(5);
  });
});

describe('a cluster that cannot take it', () => {
  const definition = 'monitoring.coreos.com_podmonitors.yaml';
  const config = (...said: string[]) => succeed(shop.project.run(shop.kubectl, ['config', ...said]));

  // The server is other files' as well.
  afterAll(() => {
    shop.server.kubectl('apply', '--server-side', '--filename', join(shared, 'crds', definition));
    shop.server.kubectl('wait', '--for=condition=Established', 'crd', 'podmonitors.monitoring.coreos.com');
  });

  test('that lacks definitions is told which, and where they are', () => {
    shop.server.kubectl('delete', 'crd', 'podmonitors.monitoring.coreos.com');
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('it has no monitoring.coreos.com/v1/PodMonitor');
    expect(stderr).toContain('https://prometheus-operator.dev');
    expect(code).toBe(5);
  });

  test('of an account that may do nothing is told in the server’s words', () => {
    config('set-context', 'nobody', '--cluster=test', '--user=nobody');
    config('set-credentials', 'nobody', '--token=nothing');
    const { code, stderr } = shop.deploy('--context', 'nobody');
    expect(stderr).toContain("the API server of the context 'nobody' does not know you");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(5);
  });

  test('that does not answer is told, with its address', () => {
    config('set-cluster', 'away', '--server=https://127.0.0.1:1');
    config('set-context', 'away', '--cluster=away', '--user=admin');
    const { code, stderr } = shop.deploy('--context', 'away');
    expect(stderr).toContain("the API server of the context 'away' does not answer");
    expect(stderr).toContain('https://127.0.0.1:1');
    expect(code).toBe(5);
  });
});
