import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../workflows/failure';
import { environmentFolders } from '../../../workflows/folders';
import { passwordVersions, secretStoreOf } from '../../../workflows/local-environment/secret-store';
import { changed } from '../../support/change';
import { resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const state = (version: string) =>
  JSON.stringify({
    resources: [
      { type: 'kafka_topic', instances: [{ attributes: { name: 'orders.created' } }] },
      {
        type: 'kafka_user_scram_credential',
        instances: [{ attributes: { username: 'shop', password_wo: null, password_wo_version: version } }],
      },
    ],
  });

test('a state tells which version of a password was written, and of nobody else', () => {
  const folder = projectWith({ 'a.tfstate': state('3'), 'b.tfstate': '{' });
  expect([...passwordVersions(join(folder, 'a.tfstate'))]).toEqual([['shop', 3]]);
  expect(passwordVersions(join(folder, 'none.tfstate')).size).toBe(0);
  expect(() => passwordVersions(join(folder, 'b.tfstate'))).toThrow(Failure);
});

test('while an apply writes a state, and after one that was killed at it, the state of before counts', () => {
  const folder = projectWith({ 'a.tfstate': '', 'a.tfstate.before': state('3'), 'first.tfstate': '' });
  expect([...passwordVersions(join(folder, 'a.tfstate'))]).toEqual([['shop', 3]]);
  expect(passwordVersions(join(folder, 'first.tfstate')).size).toBe(0);
});

test("a rotation takes effect when its stack's state holds it, and a file that goes after that is a loss", () => {
  const resolved = resolve(changed(small, { secrets: { versions: { shop: 2 } } }));
  const folder = projectWith({ 'test/terraform/x': '' });
  const folders = { project: folder, state: folder, cache: folder };
  const places = environmentFolders(folders, 'test');
  const [shard] = resolved.shards;
  const credential = shard?.principals.find(({ application }) => application.name === 'shop')?.credential;
  if (!shard || !credential) throw new Error('the shop has no credential');
  const apply = (version: string) => writeFileSync(places.terraformState(shard.name), state(version));
  const store = () => secretStoreOf(resolved, folders);

  const first = store().ensurePassword({ ...credential, version: 1 });
  apply('1');
  const second = store().ensurePassword(credential);
  expect(store().passwordInUse(credential)).toEqual(first);
  apply('2');
  expect(store().passwordInUse(credential)).toEqual(second);
  rmSync(join(places.secrets, 'main', 'shop.json'));
  expect(() => store().passwordInUse(credential)).toThrow('the credential of shop is lost');
});
