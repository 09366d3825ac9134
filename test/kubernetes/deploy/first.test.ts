/** A first `kafka-kit deploy` on a real kube-apiserver with the real definitions, and a second. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printed, Shop } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('first');

describe('a first deploy', () => {
  test('names the context before it asks it anything, and wants it to be named', () => {
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('Kubernetes: context test, https://127.0.0.1:');
    expect(stderr).toContain("KFK-D009 the context 'test' has nothing of 'first' yet");
    expect(stderr).toContain('--context test');
    expect(code).toBe(2);
  });

  test('of a context that there is not says which there are', () => {
    const { code, stderr } = shop.deploy('--context', 'production');
    expect(stderr).toContain("the kubeconfig has no context 'production'");
    expect(stderr).toContain('--context test');
    expect(code).toBe(2);
  });

  test('asks for the namespace in which applications run, which is not its own', () => {
    const { code, stderr } = shop.deploy('--context', 'test');
    expect(stderr).toContain('kubectl create namespace apps-first');
    expect(code).toBe(5);
    shop.makeApplications();
  });

  test('shows everything and stores nothing with --dry-run', () => {
    const ran = shop.deploy('--context', 'test', '--dry-run', '--format', 'json');
    expect(printed(ran).objects.map(({ action }) => action)).toContain('create');
    expect(ran.code).toBe(3);
    expect(shop.server.kubectl('get', 'namespaces', '--output', 'name')).not.toContain('kafka-first');
    expect(existsSync(join(shop.project.folder, shop.inventory))).toBe(false);
  });

  test('stores every object as a member of the set, and records what bears data', () => {
    const ran = shop.deploy('--context', 'test', '--format', 'json');
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('applied')]);
    const { objects } = printed(ran);
    expect(objects.every(({ status }) => status === 'applied')).toBe(true);
    expect(objects.length).toBeGreaterThan(20);
    expect(shop.names('kafkatopics')).toEqual(['orders.created', 'orders.gone', 'orders.old']);
    expect(Object.keys(JSON.parse(shop.project.read(shop.inventory)).topics)).toHaveLength(3);
    const parent = shop.live('configmap', 'kafka-platform-kit');
    expect(shop.live('kafka', 'main').metadata.labels['applyset.kubernetes.io/part-of']).toBe(
      parent.metadata.labels['applyset.kubernetes.io/id'],
    );
  });
});

describe('a second deploy', () => {
  test('changes nothing, and needs no context to be named', () => {
    const before = shop.live('kafkatopic', 'orders.created').metadata.resourceVersion;
    const ran = shop.deploy('--format', 'json');
    expect(printed(ran)).toMatchObject({ objects: [], verdict: 'safe' });
    expect(ran.code).toBe(0);
    expect(shop.live('kafkatopic', 'orders.created').metadata.resourceVersion).toBe(before);
    expect(shop.deploy('--dry-run').code).toBe(0);
  });

  test('is of this environment only: another one does not get its namespace', () => {
    shop.project.write('environments/other.yaml', { ...shop.description, name: 'other' });
    const { code, stderr } = shop.project.kit('deploy', 'other', '--context', 'test');
    expect(stderr).toContain(
      "KFK-D009 the namespace 'kafka-first' of the context 'test' belongs to the environment 'first'",
    );
    expect(code).toBe(2);
    shop.project.run('rm', ['environments/other.yaml']);
  });

  test('kubectl leaves the set to the kit', () => {
    const { code, stderr } = shop.project.run(
      shop.kubectl,
      [
        'apply',
        '--server-side',
        '--namespace',
        'kafka-first',
        '--prune',
        '--applyset=configmap/kafka-platform-kit',
        '-f',
        '-',
      ],
      { KUBECTL_APPLYSET: 'true' },
      JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } }),
    );
    expect(stderr).toContain('managed by tooling "kafka-platform-kit"');
    expect(code).not.toBe(0);
  });
});
