import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretRef } from '../../../model/secret-ref';
import { Failure } from '../../../workflows/failure';
import { FileStore } from '../../../workflows/secrets/file-store';
import { writePrivately } from '../../../workflows/secrets/private-file';
import { projectWith } from '../../support/written-project';

const ref = (version = 1, name = 'main/shop'): SecretRef => ({ store: 'files', name, key: 'password', version });
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the store of files', () => {
  test('makes a password once and gives it ever after', () => {
    const folder = projectWith({});
    const made = new FileStore(folder).ensurePassword(ref());
    expect(made).toMatchObject({ username: 'shop', version: 1 });
    expect(made.password).toMatch(/^[\w-]{43}$/);
    expect(new FileStore(folder).ensurePassword(ref())).toEqual(made);
  });

  test('makes a new one for each rotation, and none for a version that it has passed', () => {
    const folder = projectWith({});
    const store = new FileStore(folder);
    const first = store.ensurePassword(ref(1));
    const second = store.ensurePassword(ref(2));
    expect(second.password).not.toBe(first.password);
    const applied = new FileStore(folder, () => 2);
    expect(applied.passwordInUse(ref(2))).toEqual(second);
    expect(applied.ensurePassword(ref(1))).toEqual(second);
  });

  test('gives each application on each cluster one of its own', () => {
    const store = new FileStore(projectWith({}));
    const all = ['main/shop', 'main/till', 'other/shop'].map((name) => store.ensurePassword(ref(1, name)).password);
    expect(new Set(all).size).toBe(3);
  });

  test('lets nobody but its owner read it', () => {
    const folder = projectWith({});
    new FileStore(folder).ensurePassword(ref());
    expect([mode(join(folder, 'main')), mode(join(folder, 'main', 'shop.json'))]).toEqual(['700', '600']);
  });

  test.each(['', '{', '{"username":"shop"}', '[]'])(
    'says what to do about a file of %j, and not what is in it',
    (text) => {
      const folder = projectWith({ 'main/shop.json': text });
      expect(() => new FileStore(folder).ensurePassword(ref())).toThrow(Failure);
    },
  );
});

describe('a rotation', () => {
  const rotated = () => {
    const folder = projectWith({});
    const first = new FileStore(folder).ensurePassword(ref(1));
    return { folder, first, store: (applied?: number) => new FileStore(folder, () => applied) };
  };

  test('leaves the password that brokers know in use until it was applied, and goes on with the same new one', () => {
    const { first, store } = rotated();
    const pending = store(1).ensurePassword(ref(2));
    expect(pending.password).not.toBe(first.password);
    expect(store(1).passwordInUse(ref(2))).toEqual(first);
    expect(store(1).ensurePassword(ref(2))).toEqual(pending);
    expect(store(2).passwordInUse(ref(2))).toEqual(pending);
    expect(store(2).ensurePassword(ref(2))).toEqual(pending);
  });

  test('that was taken back before it was applied changes nothing', () => {
    const { first, store } = rotated();
    store(1).ensurePassword(ref(2));
    expect(store(1).ensurePassword(ref(1))).toEqual(first);
  });

  test('that is counted further makes another one', () => {
    const { first, store } = rotated();
    const second = store(1).ensurePassword(ref(2));
    expect(store(1).ensurePassword(ref(3)).password).not.toBe(second.password);
    expect(store(1).passwordInUse(ref(3))).toEqual(first);
  });
});

describe('a password that was applied and is in no file', () => {
  const lost = (applied?: number) => new FileStore(projectWith({}), () => applied);
  const message = 'the credential of shop is lost';

  test('is not made anew in silence: the broker would not know it', () => {
    expect(() => lost(1).ensurePassword(ref(1))).toThrow(message);
    expect(() => lost(1).passwordInUse(ref(1))).toThrow(message);
    expect(() => lost(1).ensurePassword(ref(2))).not.toThrow();
  });

  test('is lost too when the file holds an older one', () => {
    const folder = projectWith({});
    new FileStore(folder).ensurePassword(ref(1));
    expect(() => new FileStore(folder, () => 2).ensurePassword(ref(2))).toThrow(message);
    expect(() => new FileStore(folder, () => 2).ensurePassword(ref(3))).not.toThrow();
  });
});

describe('a private file', () => {
  test('replaces the one before, whole', () => {
    const file = join(projectWith({ secret: 'old' }), 'secret');
    writePrivately(file, 'new');
    expect([readFileSync(file, 'utf8'), mode(file)]).toEqual(['new', '600']);
  });

  test('that cannot be written leaves nothing behind', () => {
    const folder = projectWith({});
    mkdirSync(join(folder, 'secret'));
    writeFileSync(join(folder, 'secret', 'inside'), '');
    expect(() => writePrivately(join(folder, 'secret'), 'new')).toThrow();
    expect(readdirSync(folder)).toEqual(['secret']);
  });
});

describe('a password that somebody gives', () => {
  const given = (applied?: number) => {
    const folder = projectWith({});
    const first = new FileStore(folder).ensurePassword(ref(1));
    const store = new FileStore(folder, () => applied);
    return { folder, first, store };
  };

  test('is the one of clients here once it is applied, and is not lost when nobody gives it any more', () => {
    const { folder, first, store } = given(1);
    store.keepGiven(ref(2), 'theirs');
    expect(store.passwordInUse(ref(2))).toEqual(first);
    const applied = new FileStore(folder, () => 2);
    expect(applied.passwordInUse(ref(2))).toMatchObject({ password: 'theirs', version: 2 });
    expect(applied.ensurePassword(ref(2))).toMatchObject({ password: 'theirs', version: 2 });
  });

  test('is that of the first apply, in the place of one that was made and never applied', () => {
    const { store } = given();
    store.keepGiven(ref(1), 'theirs');
    expect(store.passwordInUse(ref(1))).toMatchObject({ password: 'theirs', version: 1 });
  });

  test('changes nothing with a version that brokers have: they are told no other', () => {
    const { first, store } = given(1);
    store.keepGiven(ref(1), 'theirs');
    expect(store.passwordInUse(ref(1))).toEqual(first);
  });
});
