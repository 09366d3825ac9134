import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '../../workflows/synth/synth';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const owners = ['orders', 'payments', 'stock', 'returns'];
const eventHubs = {
  backend: 'event-hubs',
  namespace: 'one-stack-orders',
  location: 'westeurope',
  resourceGroup: 'one-stack',
  subnet:
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/main/subnets/kafka',
} as const;

/** Four teams, each with a topic that it writes and everybody reads. */
const teams = (cluster: object): Description =>
  changed<Description>(small, {
    name: 'one-stack',
    secrets: { vault: 'one-stack-vault' },
    'clusters.main': cluster,
    'platform.owners': Object.fromEntries(
      owners.map((owner) => [owner, { contact: `${owner}@example.com`, page: owner }]),
    ),
    'platform.topics': Object.fromEntries(owners.map((owner) => [`${owner}.changed`, { owner, partitions: 3 }])),
    'platform.applications': Object.fromEntries(
      owners.map((owner, index) => [
        `${owner}-service`,
        {
          owner,
          produces: { [`${owner}.changed`]: {} },
          consumes: { [`${owners[(index + 1) % owners.length]}.changed`]: {} },
        },
      ]),
    ),
  });

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-one-stack-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function stacksOf(description: Description): Promise<ReadonlyMap<string, string>> {
  const { stacks } = await synth(resolve(description), out);
  return new Map(stacks.map(({ name, config }) => [name, readFileSync(config, 'utf8')]));
}

describe.each([
  ['Amazon MSK', mskCluster],
  ['Amazon MSK with passwords', { ...mskCluster, authentication: ['scram-sha-512'] }],
  ['Event Hubs', eventHubs],
])('on %s', (_, cluster) => {
  const before = teams(cluster);

  test.each([
    ['retention', 'topics[payments.changed].retention', '3d'],
    ['partitions', 'topics[payments.changed].partitions', 6],
  ])("a change of one team's topic (%s) touches one stack, that team's", async (__, path, value) => {
    const [old, now] = [await stacksOf(before), await stacksOf(changed(before, { [`platform.${path}`]: value }))];
    expect([...now.keys()]).toEqual([...old.keys()]);
    expect(old.size).toBe(owners.length + 1);
    expect([...now].filter(([name, text]) => old.get(name) !== text).map(([name]) => name)).toEqual([
      'one-stack-main-payments',
    ]);
  });

  test('a topic that a team adds touches one stack, that team’s', async () => {
    const added = changed(before, { 'platform.topics[stock.counted]': { owner: 'stock' } });
    const [old, now] = [await stacksOf(before), await stacksOf(added)];
    expect([...now].filter(([name, text]) => old.get(name) !== text).map(([name]) => name)).toEqual([
      'one-stack-main-stock',
    ]);
  });
});
