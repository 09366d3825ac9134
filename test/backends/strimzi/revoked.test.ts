import { emptyInventory, type Inventory, inventoryAhead } from '../../../model/inventory';
import { objectsOf } from '../../../workflows/synth/kubernetes-unit';
import { synth } from '../../../workflows/synth/synth';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const gitOps = {
  delivery: 'gitops',
  gitops: { controller: 'flux', repository: 'https://git.example.com/platform/kafka' },
};
const described = (changes: Readonly<Record<string, unknown>> = gitOps) =>
  changed<Description>(small, {
    kubernetes: {},
    'clusters.main': { backend: 'strimzi' },
    'platform.applications.clerk': { owner: 'orders', produces: { 'orders.created': {} } },
    ...changes,
  });
const without = (changes = gitOps) => described({ ...changes, 'platform.applications.clerk': undefined });
const known: Inventory = {
  ...emptyInventory,
  applications: { clerk: { cluster: 'main', shard: 'orders' } },
};

const userIn = async (description: Description, inventory: Inventory) =>
  objectsOf((await synth(resolve(description, { inventory }), projectWith({}))).units).find(
    ({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === 'clerk',
  );

describe('the user of an application that is described no longer', () => {
  test('can sign in no more and may do nothing, and is deleted by the controller once it is forgotten', async () => {
    expect(await userIn(without(), known)).toEqual({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaUser',
      metadata: {
        name: 'clerk',
        namespace: 'kafka',
        labels: {
          'app.kubernetes.io/managed-by': 'kafka-platform-kit',
          owner: 'orders',
          'strimzi.io/cluster': 'main',
        },
      },
      spec: { authorization: { type: 'simple', acls: [] } },
    });
    expect(await userIn(without(), emptyInventory)).toBeUndefined();
  });

  test('stays so however often its environment is recorded', async () => {
    const record = (inventory: Inventory) => inventoryAhead(inventory, resolve(without(), { inventory }).shards);
    const recorded = record(record(known));
    expect(recorded.applications.clerk).toEqual({ cluster: 'main', shard: 'orders', revoked: true });
    expect(await userIn(without(), recorded)).toEqual(await userIn(without(), known));
  });

  test('has all of it again when the application is described again', async () => {
    const { shards } = resolve(without(), { inventory: known });
    const back = resolve(described(), { inventory: inventoryAhead(known, shards) });
    expect(back.shards[0]?.inventory.applications.clerk).toEqual({
      cluster: 'main',
      shard: 'orders',
      authentication: 'scram-sha-512',
    });
    expect((await userIn(described(), known))?.spec).toHaveProperty('authentication');
  });

  test('is gone at once where kafka-kit deploy applies, which deletes it', async () => {
    const apply = { delivery: 'apply', gitops: undefined } as unknown as typeof gitOps;
    expect(await userIn(without(apply), known)).toBeUndefined();
  });
});

test('the user of an application that is described is not pruned: its password would be another one', async () => {
  expect((await userIn(described(), emptyInventory))?.metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  });
});
