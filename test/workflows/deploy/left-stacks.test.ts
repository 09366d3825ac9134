import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { everyStack, holdsResources, withStates } from '../../../workflows/deploy/left-stacks';
import { environmentFolders } from '../../../workflows/folders';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const project = mkdtempSync(join(tmpdir(), 'left-stacks-'));
const folders = { project, state: join(project, 'state'), cache: join(project, 'cache') };
const places = environmentFolders(folders, 'test');
const state = (...modes: string[]) => JSON.stringify({ version: 4, resources: modes.map((mode) => ({ mode })) });
const write = (stack: string, text: string) => {
  mkdirSync(dirname(places.terraformState(stack)), { recursive: true });
  writeFileSync(places.terraformState(stack), text);
};
const names = (resolved: ReturnType<typeof resolve>) => resolved.shards.map(({ name }) => name);

afterEach(() => rmSync(places.root, { recursive: true, force: true }));
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('a state that nothing describes and no inventory knows is an emptied shard of its cluster', () => {
  write('test-main-left', state('managed'));
  const { shards } = everyStack(resolve(small), folders);
  expect(shards.map(({ name }) => name)).toEqual(['test-main-orders', 'test-main-left']);
  expect(shards.at(-1)).toMatchObject({ key: 'left', cluster: { name: 'main' }, topics: [], principals: [] });
});

test('a state of what is described, or one that holds nothing, adds no shard', () => {
  write('test-main-orders', state('managed'));
  write('test-main-empty', state());
  write('test-main-data', state('data'));
  write('test-main-locked', '');
  writeFileSync(`${places.terraformState('test-main-orders')}.backup`, state('managed'));
  expect(names(everyStack(resolve(small), folders))).toEqual(['test-main-orders']);
});

test('a state that was cut off holds what it held before', () => {
  write('test-main-left', '');
  writeFileSync(`${places.terraformState('test-main-left')}.before`, state('managed'));
  expect(names(everyStack(resolve(small), folders))).toEqual(['test-main-orders', 'test-main-left']);
});

test('an environment that was never deployed has what is described', () => {
  expect(names(everyStack(resolve(small), folders))).toEqual(['test-main-orders']);
});

test('a state of no described cluster stops the deploy, which names the file', () => {
  write('test-gone-orders', state('managed'));
  expect(() => everyStack(resolve(small), folders)).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({
        why: [expect.stringContaining(places.terraformState('test-gone-orders'))],
        fix: expect.stringContaining('delete the file'),
      }),
    }),
  );
  expect(withStates(resolve(small), folders).unplaced).toEqual(['test-gone-orders']);
});

test('a state that two clusters could be meant by is planned on neither', () => {
  write('test-main-two-left', state('managed'));
  const two = changed<Description>(small, {
    'clusters.main-two': { backend: 'kafka' },
    'platform.topics[orders.created].cluster': 'main',
    'platform.applications.shop.cluster': 'main',
    'platform.applications.billing.cluster': 'main',
  });
  expect(withStates(resolve(two), folders).unplaced).toEqual(['test-main-two-left']);
});

test('a state that cannot be read may hold something', () => {
  expect(['{"encrypted_data":"…"}', '{', state('managed')].map(holdsResources)).toEqual([true, true, true]);
});
