/** `--wait` on a real kube-apiserver; no operator runs, so a test plays its part. */
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
