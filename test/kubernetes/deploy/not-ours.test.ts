/** First deploys to a real kube-apiserver that is not empty, or by an account that is no administrator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop } from './shop';

jest.setTimeout(120_000);

describe('what somebody else made', () => {
  const shop = new Shop('taken');
  const user = {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaUser',
    metadata: { name: 'billing', namespace: 'kafka-taken', labels: { 'strimzi.io/cluster': 'main' } },
    spec: { quotas: { producerByteRate: 1024 } },
  };

  beforeAll(() => {
    shop.makeApplications();
    shop.server.kubectl('create', 'namespace', 'kafka-taken');
    expect(shop.server.tried(['create', '--filename', '-'], JSON.stringify(user)).code).toBe(0);
  });

  test('is shown, and not taken over without a word', () => {
    const { code, stderr } = shop.deploy('--context', 'test');
    expect(stderr).toContain('~ KafkaUser/billing in kafka-taken, taken over');
    expect(stderr).toContain('spec.quotas: {"producerByteRate":1024} stays, and is not described');
    expect(stderr).toContain("KFK-D015 Namespace/kafka-taken is there, and 'taken' did not make it");
    expect(stderr).toContain('--adopt Namespace/kafka-taken KafkaUser/billing');
    expect(code).toBe(3);
    expect(shop.names('kafkas')).toEqual([]);
    const { labels } = JSON.parse(shop.server.kubectl('get', 'namespace', 'kafka-taken', '--output', 'json')).metadata;
    expect(labels).toEqual({ 'kubernetes.io/metadata.name': 'kafka-taken' });
  });

  test('is taken over by consent, once', () => {
    const adopt = ['--adopt', 'Namespace/kafka-taken', 'KafkaUser/billing'];
    expect(shop.deploy('--context', 'test', ...adopt)).toMatchObject({ code: 0 });
    expect(shop.live('kafkauser', 'billing').spec).toMatchObject({ quotas: { producerByteRate: 1024 } });
    expect(shop.deploy()).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing to do') });
  });

  test('an environment whose namespace changes is not made a second time', () => {
    shop.describeAs(({ kubernetes }) => {
      kubernetes.namespace = 'kafka-taken-again';
    });
    const { code, stderr } = shop.deploy('--context', 'test');
    expect(stderr).toMatch(/KFK-I013 {2}kubernetes\.namespace .*\n {4}'taken' has 'main' in 'kafka-taken'/);
    expect(code).toBe(1);
    shop.forgetInventory();
    const without = shop.deploy('--context', 'test');
    expect(without.stderr).toContain(
      "KFK-D009 the context 'test' has 'taken' in the namespace 'kafka-taken', and nothing of it in 'kafka-taken-again'",
    );
    expect(without.code).toBe(2);
    expect(shop.server.kubectl('get', 'namespaces', '--output', 'name')).not.toContain('kafka-taken-again');
  });
});

describe('an account that is no administrator', () => {
  const shop = new Shop('pipeline');

  test('makes a first deploy, with the verbs that the guide says', () => {
    shop.makeApplications();
    shop.server.kubectl('create', 'namespace', 'kafka-pipeline');
    const verbs = '--verb=get,list,patch,create,delete';
    for (const namespace of ['kafka-pipeline', 'apps-pipeline']) {
      shop.server.kubectl('create', 'role', 'ci', verbs, '--resource=*.*', '--namespace', namespace);
      shop.server.kubectl('create', 'rolebinding', 'ci', '--role=ci', '--user=pipeline', '--namespace', namespace);
    }
    const own = ['--verb=get,patch', '--resource=namespaces', '--resource-name=kafka-pipeline'];
    shop.server.kubectl('create', 'clusterrole', 'pipeline', ...own);
    shop.server.kubectl('create', 'clusterrolebinding', 'pipeline', '--clusterrole=pipeline', '--user=pipeline');
    const admin = readFileSync(shop.project.variables.KUBECONFIG as string, 'utf8');
    shop.project.write('ci.kubeconfig', admin.replace(/^ {4}user:$/m, '    user:\n      as: pipeline'));
    shop.project.variables.KUBECONFIG = join(shop.project.folder, 'ci.kubeconfig');
    expect(shop.deploy('--context', 'test', '--adopt', 'Namespace/kafka-pipeline')).toMatchObject({ code: 0 });
    expect(shop.deploy()).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing to do') });
  });
});
