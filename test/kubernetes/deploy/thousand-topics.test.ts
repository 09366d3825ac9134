/** A thousand topics on a real kube-apiserver: interrupted, killed, unchanged. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../support/until';
import { printed, Shop } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('thousand');
const temporary = join(shop.project.folder, 'tmp');
mkdirSync(temporary);
shop.project.variables.TMPDIR = temporary;
beforeAll(() => shop.begin());

describe('a thousand topics', () => {
  /** With those that are described besides. */
  const all = 1003;
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `many.t${String(index).padStart(4, '0')}`,
      { owner: 'orders', partitions: 1 },
    ]),
  );

  test('interrupted in the middle, the second run goes on', async () => {
    shop.describeAs(({ platform }) => {
      Object.assign(platform.topics, many);
    });
    const { child, ended } = shop.project.start('deploy', 'thousand');
    await until(() => shop.names('kafkatopics').length > 20);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(stderr).toContain('it was interrupted');
    expect(code).toBe(5);
    const there = shop.names('kafkatopics').length;
    expect(there).toBeLessThan(1000);
    const again = shop.deploy('--format', 'json');
    expect(again.code).toBe(0);
    expect(printed(again).objects.length).toBe(all - there);
    expect(shop.names('kafkatopics')).toHaveLength(all);
  });

  test('are seen to be unchanged in seconds', () => {
    const begun = performance.now();
    expect(shop.deploy().code).toBe(0);
    process.stderr.write(
      `a deploy of 1,000 topics that changes nothing: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`,
    );
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  test('killed in the middle, no way to the API server is left behind, and the next run goes on', async () => {
    shop.describeAs(({ platform }) => {
      for (const name of Object.keys(many))
        (platform.topics as Record<string, object>)[name] = { owner: 'orders', partitions: 2 };
    });
    const { child, ended } = shop.project.start('deploy', 'thousand');
    const twoPartitions = 'jsonpath={range .items[?(@.spec.partitions==2)]}{.metadata.name} {end}';
    const changed = () =>
      shop.server
        .kubectl('get', 'kafkatopics', '--namespace', 'kafka-thousand', '--output', twoPartitions)
        .split(' ')
        .filter(Boolean).length;
    await until(() => changed() > 20);
    child.kill('SIGKILL');
    await ended;
    await until(() => readdirSync(temporary).every((name) => !name.startsWith('kafka-kit-api-')));
    expect(shop.deploy().code).toBe(0);
    expect(changed()).toBe(1000);
  });
});
