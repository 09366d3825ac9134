/** `--wait`, and what plans of rotations say to type, on a real kube-apiserver; no operator runs, so a test plays its part. */
import { symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { succeed } from '../../support/project';
import { Shop } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('waiting');
beforeAll(() => shop.begin());

describe('--wait', () => {
  test('tells what is not ready, and its operator’s reason', () => {
    const status = {
      observedGeneration: 1,
      conditions: [{ type: 'Ready', status: 'False', reason: 'NoSpace', message: 'a disk is full' }],
    };
    shop.patch('kafka', 'main', { status }, '--subresource=status');
    const { code, stderr } = shop.deploy('--wait', '1s');
    expect(stderr).toContain('Kafka/main in kafka-waiting: Ready: NoSpace: a disk is full');
    expect(stderr).toContain('KafkaTopic/orders.created in kafka-waiting: its operator has not seen it');
    expect(code).toBe(5);
  });

  test('ends when everything is ready', async () => {
    const { ended } = shop.project.start('deploy', 'waiting', '--wait', '60s');
    const awaited = [
      ['kafkas', 'kafka-waiting'],
      ['kafkatopics', 'kafka-waiting'],
      ['kafkausers', 'kafka-waiting'],
      ['deployments', 'kafka-waiting'],
      ['externalsecrets', 'apps-waiting'],
      ['secretstores', 'apps-waiting'],
    ] as const;
    for (const [kind, namespace] of awaited)
      for (const name of shop.names(kind, namespace)) {
        const { generation } = shop.live(kind, name, namespace).metadata;
        const type = kind === 'deployments' ? 'Available' : 'Ready';
        const status = {
          ...(kind.startsWith('kafka') && { observedGeneration: generation }),
          conditions: [
            { type, status: 'True', lastTransitionTime: '2026-11-21T00:00:00Z', reason: 'Test', message: '' },
          ],
        };
        shop.patch(kind, name, { status }, '--subresource=status', '--namespace', namespace);
      }
    expect(await ended).toMatchObject({ code: 0 });
  });
});

describe('what a plan of a rotation says to type', () => {
  const secrets = ['cluster', 'clients'].flatMap((which) => [`main-${which}-ca`, `main-${which}-ca-cert`]);

  beforeAll(() => {
    if (shop.kubectl !== 'kubectl') symlinkSync(shop.kubectl, join(shop.project.folder, 'kubectl'));
    // Its applications sign in by something else below.
    shop.forgetInventory();
    // What Strimzi's operators would have made.
    for (const name of [...secrets, 'shop'])
      shop.server.kubectl('create', 'secret', 'generic', name, '--namespace', shop.namespace);
  });

  const commandsOf = (...asked: string[]) => {
    const { stdout } = succeed(shop.project.kit('rotate', 'plan', 'waiting', ...asked, '--format', 'json'));
    const { steps } = JSON.parse(stdout) as { readonly steps: readonly { readonly command?: string }[] };
    return steps.flatMap(({ command }) => command ?? []);
  };
  /** As a person types it, whose editor leaves everything as it is. */
  const type = (command: string) => {
    const { PATH } = process.env;
    const variables = { PATH: `${shop.project.folder}${delimiter}${PATH}`, KUBE_EDITOR: 'true' };
    return shop.project.run('bash', ['-c', command], variables);
  };
  const own = { own: true };

  test.each([
    ['authorities of Strimzi', {}, ['main', '--of', 'authority'], 2],
    ['certificates of brokers', {}, ['main', '--of', 'broker-certificates'], 1],
    ['authorities of your own', { certificates: { cluster: own, clients: own } }, ['main', '--of', 'authority'], 10],
    ["brokers' certificates by it", { certificates: { cluster: own } }, ['main', '--of', 'broker-certificates'], 1],
    ['the certificate of an application', { authentication: ['mtls'] }, ['shop', '--of', 'certificate'], 1],
  ])('works on the server: %s', (_, cluster, asked, count) => {
    shop.describeAs(({ clusters }) =>
      Object.assign(clusters.main, { certificates: undefined, authentication: undefined }, cluster),
    );
    const commands = commandsOf(...asked);
    expect(commands).toHaveLength(count);
    for (const command of commands) {
      const { code, stdout, stderr } = type(command);
      expect({ command, code, said: `${stdout}${stderr}` }).toEqual({
        command,
        code: 0,
        said: expect.stringMatching(/annotated|Edit cancelled, no changes made/),
      });
    }
  });

  test('and leaves what the operators read', () => {
    const annotations = (kind: string, name: string) => shop.live(kind, name).metadata.annotations ?? {};
    for (const name of ['main-cluster-ca', 'main-clients-ca'])
      expect(annotations('secret', name)).toMatchObject({ 'strimzi.io/force-replace': 'true' });
    for (const name of ['main-cluster-ca-cert', 'shop'])
      expect(annotations('secret', name)).toMatchObject({ 'strimzi.io/force-renew': 'true' });
    expect(annotations('kafka', 'main')).not.toHaveProperty('strimzi.io/pause-reconciliation');
  });
});
