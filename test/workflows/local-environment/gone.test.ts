import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { emptyInventory } from '../../../model/inventory';
import { removeGone } from '../../../workflows/local-environment/gone';
import { resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const files = (application: string) => [
  `test/clients/${application}/client.properties`,
  `test/secrets/main/${application}.json`,
  `test/secrets/main/${application}/key.pem`,
];
const environment = (more: Record<string, string> = {}) => {
  const folder = projectWith({
    ...Object.fromEntries(['shop', 'till'].flatMap(files).map((file) => [file, ''])),
    ...more,
  });
  const left = (application: string) => files(application).filter((file) => existsSync(join(folder, file)));
  return { left, folders: { project: folder, state: folder, cache: folder } };
};

test('what an application had goes when it is described no longer, and nothing of anybody else', () => {
  const { folders, left } = environment();
  removeGone(resolve(small), folders, emptyInventory);
  expect([left('till'), left('shop')]).toEqual([[], files('shop')]);
});

test('it stays as long as its stack was not applied: the inventory or a state knows it', () => {
  const known = environment();
  const applications = { till: { cluster: 'main', shard: 'orders' } };
  removeGone(resolve(small), known.folders, { ...emptyInventory, applications });
  expect(known.left('till')).toEqual(files('till'));

  const instances = [{ attributes: { username: 'till', password_wo_version: '1' } }];
  const inState = environment({
    'test/terraform/test-main-tills.tfstate': JSON.stringify({ resources: [{ instances }] }),
  });
  removeGone(resolve(small), inState.folders, emptyInventory);
  expect(inState.left('till')).toEqual(files('till'));
});

test('an environment that was never up has nothing to remove', () => {
  const folder = projectWith({});
  expect(() =>
    removeGone(resolve(small), { project: folder, state: folder, cache: folder }, emptyInventory),
  ).not.toThrow();
});
