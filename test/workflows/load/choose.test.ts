import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../workflows/failure';
import { loadCompiled } from '../../../workflows/load/compiled';
import { environmentTs, environmentYaml, platformTs, platformYaml, projectWith } from '../../support/written-project';

const failureOf = (folder: string, options: { file?: string; names?: string[] } = {}) => {
  try {
    loadCompiled({ folder, today: '2026-11-21', ...options });
  } catch (error) {
    if (error instanceof Failure)
      return { what: error.message.replaceAll(folder, '…'), fix: error.details.fix, exit: error.exit };
    throw error;
  }
  throw new Error('nothing failed');
};
const two = {
  'environments/platform.ts': platformTs,
  'environments/staging.ts': environmentTs('staging'),
  'environments/prod.ts': environmentTs('prod'),
};
const namesOf = (folder: string, options: { file?: string; names?: string[] } = {}) =>
  loadCompiled({ folder, today: '2026-11-21', ...options }).environments.map(({ name }) => name);

describe('environments are chosen', () => {
  test('all, sorted by file, unless some are named', () => {
    expect(namesOf(projectWith(two))).toEqual(['prod', 'staging']);
  });

  test('by name, in the order in which they are named', () => {
    expect(namesOf(projectWith(two), { names: ['staging', 'prod'] })).toEqual(['staging', 'prod']);
    expect(namesOf(projectWith(two), { names: ['staging'] })).toEqual(['staging']);
  });

  test('by file', () => {
    expect(namesOf(projectWith(two), { file: 'environments/prod.ts' })).toEqual(['prod']);
  });
});

describe('there is nothing to read', () => {
  test('where no folder environments is', () => {
    expect(failureOf(projectWith({}))).toMatchObject({ what: "there is no folder 'environments' in …", exit: 2 });
  });

  test('where the folder is empty', () => {
    const folder = projectWith({});
    mkdirSync(join(folder, 'environments'));
    expect(failureOf(folder)).toMatchObject({ what: '…/environments describes no environment', exit: 2 });
  });

  test('where environments is a file', () => {
    expect(failureOf(projectWith({ environments: '' }))).toMatchObject({ exit: 2 });
  });

  test.each(['missing.yaml', 'environments', 'notes.md'])('in %s', (file) => {
    expect(failureOf(projectWith({ 'environments/a.txt': '', 'notes.md': '' }), { file })).toMatchObject({
      what: expect.stringContaining(file),
      exit: 2,
    });
  });

  test.each(['', '[]', '5', 'owners: {}', 'text'])('in a file of %j', (text) => {
    expect(failureOf(projectWith({ 'x.yaml': text }), { file: 'x.yaml' })).toEqual({
      what: 'x.yaml describes no environment',
      fix: 'export defineEnvironment({ … }) from it, or write name, platform and clusters in YAML',
      exit: 2,
    });
  });

  test('under a name that no environment has: the near one is suggested', () => {
    expect(failureOf(projectWith(two), { names: ['stagin'] })).toEqual({
      what: "there is no environment 'stagin'",
      fix: "did you mean 'staging'?",
      exit: 2,
    });
  });

  test('and a name that holds a secret is suggested to nobody', () => {
    const token = `ghp_${'a1B2c3D4'.repeat(5)}`.slice(0, 40);
    const one = { 'environments/a.yaml': environmentYaml(token), 'environments/platform.yaml': platformYaml };
    const names = ['shop'];
    expect(failureOf(projectWith(one), { names })).toEqual({
      what: "there is no environment 'shop'",
      fix: "correct the environment's name: kafka-kit check says how",
      exit: 2,
    });
    const both = { ...one, 'environments/b.yaml': environmentYaml('shops') };
    expect(failureOf(projectWith(both), { names }).fix).toBe("did you mean 'shops'?");
    expect(failureOf(projectWith(both), { names: ['nothing-like-it'] }).fix).toBe("use one of: 'shops'");
  });
});

test('two environments of one name are a problem of the second, with its line', () => {
  const files = {
    'environments/platform.yaml': platformYaml,
    'environments/a.yaml': environmentYaml('test'),
    'environments/b.yaml': environmentYaml('test'),
  };
  expect(loadCompiled({ folder: projectWith(files), today: '2026-11-21' }).problems).toEqual([
    {
      code: 'KFK-E007',
      severity: 'error',
      file: 'environments/b.yaml:1:1',
      path: 'name',
      problem: "'test' is also described in environments/a.yaml: they would share stacks and state",
      fix: 'rename one of them',
    },
  ]);
});

describe('an inventory', () => {
  const files = { 'environments/platform.yaml': platformYaml, 'environments/test.yaml': environmentYaml('test') };

  test('beside the description is what the environment last applied', () => {
    const inventory = {
      topics: { 'orders.old': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
      applications: {},
    };
    const folder = projectWith({ ...files, 'environments/inventory/test.json': JSON.stringify(inventory) });
    expect(loadCompiled({ folder, today: '2026-11-21' }).problems).toMatchObject([
      { code: 'KFK-I001', path: "topics['orders.old']" },
    ]);
  });

  test.each(['', '{', '[]', '{"topics":{}}', '{"topics":{"a":{}},"applications":{}}'])(
    'of %j ends the command and says how to restore it',
    (text) => {
      expect(failureOf(projectWith({ ...files, 'environments/inventory/test.json': text }))).toEqual({
        what: '…/environments/inventory/test.json is no inventory',
        fix: expect.stringContaining('version control'),
        exit: 2,
      });
    },
  );
});
