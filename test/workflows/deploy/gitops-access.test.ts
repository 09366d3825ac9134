/** What becomes of the access of an application that leaves where a GitOps controller prunes no user. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { emptyInventory } from '../../../model/inventory';
import { deploy } from '../../../workflows/deploy/deploy';
import type { Failure } from '../../../workflows/failure';
import { foldersOf } from '../../../workflows/folders';
import type { KubernetesObject } from '../../../workflows/kubernetes/object';
import { readInventory } from '../../../workflows/load/inventory';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const described = changed<Description>(small, {
  kubernetes: { namespace: 'kafka' },
  'clusters.main': { backend: 'strimzi', storage: '10GiB', memory: '2GiB' },
  'platform.applications.billing.consumes[orders.created]': {},
  delivery: 'gitops',
  gitops: { controller: 'flux', repository: 'https://git.example.com/platform' },
});
const without = (application: string) => changed(described, { [`platform.applications.${application}`]: undefined });

/** A project that is deployed as often as a test likes; whoever commits is not needed. */
class Platform {
  private readonly folder: string;
  readonly lines: string[] = [];
  readonly inventoryFile: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = projectWith(files);
    this.inventoryFile = join(this.folder, 'environments/inventory/test.json');
  }

  deploy(description: Description, { dryRun = false } = {}) {
    this.lines.length = 0;
    const inventory = existsSync(this.inventoryFile) ? readInventory(this.inventoryFile) : emptyInventory;
    const resolved = resolve(description, { inventory });
    return deploy({
      resolved,
      description: {
        inventory,
        inventoryFile: this.inventoryFile,
        files: { inventory: this.inventoryFile, rotations: 'rotations/test.json', description: 'test.yaml' },
      } as Parameters<typeof deploy>[0]['description'],
      folders: foldersOf(this.folder, { KAFKA_KIT_STATE: join(this.folder, 'state') }),
      variables: {},
      today: '2026-11-21',
      progress: (line) => this.lines.push(line),
      dryRun,
      synthCommand: 'kafka-kit synth test --file test.yaml',
    });
  }

  refused(...args: Parameters<Platform['deploy']>): Promise<Failure> {
    return this.deploy(...args).then(
      () => Promise.reject(new Error('it was not refused')),
      (error: Failure) => error,
    );
  }

  /** As somebody who lost it, or never had it. */
  forget(change: (text: string) => string): void {
    writeFileSync(this.inventoryFile, change(readFileSync(this.inventoryFile, 'utf8')));
  }

  user(name: string): KubernetesObject | undefined {
    const file = join(this.folder, 'out/test/kubernetes/main/kafka/main-orders.yaml');
    return parseAllDocuments(readFileSync(file, 'utf8'))
      .map((document) => document.toJS() as KubernetesObject)
      .find(({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === name);
  }
}
const nothingKnown = () => JSON.stringify(emptyInventory);

test('what is written is recorded, since somebody applies it next', async () => {
  const platform = new Platform();
  const { gitops, pending } = await platform.deploy(described);
  expect(Object.keys(readInventory(platform.inventoryFile).applications)).toEqual(['billing', 'shop']);
  expect(gitops).toMatchObject({ written: true, inventory: 'environments/inventory/test.json' });
  expect(platform.lines).toContain('  + environments/inventory/test.json');
  expect(pending).toBe(true);
});

test('so a second run has nothing to do', async () => {
  const platform = new Platform();
  await platform.deploy(described);
  const { gitops, pending } = await platform.deploy(described);
  expect([gitops?.files, gitops?.inventory, pending]).toEqual([[], undefined, false]);
});

test('a dry run records nothing, and says that it would', async () => {
  const platform = new Platform();
  const { gitops, pending } = await platform.deploy(described, { dryRun: true });
  expect(existsSync(platform.inventoryFile)).toBe(false);
  expect(gitops?.inventory).toBe('environments/inventory/test.json');
  expect(pending).toBe(true);
});

test('an inventory that lacks something is something to commit, though no file of the folder differs', async () => {
  const platform = new Platform();
  await platform.deploy(described);
  platform.forget(nothingKnown);
  const { gitops, pending } = await platform.deploy(described);
  expect([gitops?.files, gitops?.inventory, pending]).toEqual([[], 'environments/inventory/test.json', true]);
  expect(Object.keys(readInventory(platform.inventoryFile).applications)).toEqual(['billing', 'shop']);
});

test('an application that leaves stays as a user without credentials, rights and protection', async () => {
  const platform = new Platform();
  await platform.deploy(described);
  expect(platform.user('billing')?.spec).toHaveProperty('authentication');
  await platform.deploy(without('billing'));
  const left = platform.user('billing');
  expect(left?.spec).toEqual({ authorization: { type: 'simple', acls: [] } });
  expect(left?.metadata.annotations).toBeUndefined();
  expect(readInventory(platform.inventoryFile).applications.billing).toMatchObject({ revoked: true });
  expect((await platform.deploy(without('billing'))).pending).toBe(false);
});

test('and goes, unhindered, once its line is deleted', async () => {
  const platform = new Platform();
  await platform.deploy(described);
  await platform.deploy(without('billing'));
  platform.forget((text) => {
    const inventory = JSON.parse(text);
    delete inventory.applications.billing;
    return JSON.stringify(inventory);
  });
  await platform.deploy(without('billing'));
  expect(platform.user('billing')).toBeUndefined();
});

describe('an application that leaves, and that no inventory knows', () => {
  const forgotten = async () => {
    const platform = new Platform();
    await platform.deploy(described);
    platform.forget(nothingKnown);
    return platform;
  };

  test.each([false, true])('is told as access that stays, and nothing is written (dry run: %s)', async (dryRun) => {
    const platform = await forgotten();
    const failure = await platform.refused(without('billing'), { dryRun });
    expect(failure.message).toBe("deploy of 'test' stopped: access would outlive the description");
    expect(failure.exit).toBe(3);
    expect(failure.details.why).toEqual([
      'KafkaUser/billing in kafka: its manifest leaves, and no controller deletes it: it keeps its credentials and rights',
      'nothing was written',
    ]);
    // Before the controller has it, it would make the user again.
    expect(failure.details.fix).toMatch(
      /kafka-kit synth test --file test\.yaml, commit it, and .* kubectl delete --namespace kafka kafkauser billing$/,
    );
    expect(platform.lines).toContain('    - KafkaUser/billing in kafka');
    expect(platform.user('billing')).toBeDefined();
    expect(readInventory(platform.inventoryFile)).toEqual(emptyInventory);
  });

  test('loses it, once a run has recorded what there is', async () => {
    const platform = await forgotten();
    await platform.deploy(described);
    await platform.deploy(without('billing'));
    expect(platform.user('billing')?.spec).not.toHaveProperty('authentication');
  });
});

test('it is told before a stack of the same environment is applied', async () => {
  const user =
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata: { name: gone, namespace: kafka, annotations: { kustomize.toolkit.fluxcd.io/prune: disabled } }\n';
  const platform = new Platform({ 'out/test/kubernetes/main/kafka/main-gone.yaml': user });
  const mixed = changed(described, {
    'platform.topics[orders.created].cluster': 'main',
    'platform.topics[orders.elsewhere]': { owner: 'orders', cluster: 'legacy' },
    'platform.applications.shop.cluster': 'main',
    'platform.applications.billing.cluster': 'main',
    'clusters.legacy': { backend: 'kafka' },
  });
  const { details } = await platform.refused(mixed, { dryRun: true });
  expect(details.why?.[0]).toContain('KafkaUser/gone in kafka');
});

test('users of a cluster that leaves are told, also one of the kit’s own, which no inventory knows', async () => {
  const platform = new Platform();
  const onMain = changed(described, {
    'platform.topics[orders.created].cluster': 'main',
    'platform.applications.shop.cluster': 'main',
    'platform.applications.billing.cluster': 'main',
  });
  await platform.deploy(changed(onMain, { 'clusters.side': { backend: 'strimzi', storage: '10GiB', memory: '2GiB' } }));
  const { details } = await platform.refused(onMain);
  expect(details.why?.[0]).toContain('KafkaUser/side-lag-exporter in kafka');
});
