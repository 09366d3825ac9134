import { loadCompiled } from '../../../workflows/load/compiled';
import { environmentYaml, platformYaml, projectWith } from '../../support/written-project';

const told = (files: Record<string, string>) =>
  loadCompiled({ folder: projectWith(files), today: '2026-11-21' }).problems.map(
    ({ code, file, path, problem }) => `${file} ${code} ${path}: ${problem}`,
  );
const withPlatform = (platform: string) => ({
  'environments/platform.yaml': platform,
  'environments/test.yaml': environmentYaml('test'),
});

test('an environment finds its platform in a file beside it', () => {
  const { environments, problems } = loadCompiled({
    folder: projectWith(withPlatform(platformYaml)),
    today: '2026-11-21',
  });
  expect(problems).toEqual([]);
  expect(environments.map(({ name, resolved }) => [name, resolved?.topics.size])).toEqual([['test', 1]]);
});

test('a JSON description is one too', () => {
  const json = JSON.stringify(
    { name: 'test', platform: { owners: {} }, clusters: { main: { backend: 'kafka' } } },
    null,
    '\t',
  );
  expect(told({ 'environments/test.json': json })).toEqual([]);
});

describe('a problem says in which line and column', () => {
  test('of the platform its value was written', () => {
    const platform = platformYaml.replace('{ owner: orders }', '{ owner: orders, partitons: 3 }');
    expect(told(withPlatform(platform))).toEqual([
      "environments/platform.yaml:4:36 KFK-S001 topics['orders.created'].partitons: 'partitons' is not known here",
    ]);
  });

  test('of the environment an override was written, and of the map in which something is missing', () => {
    const environment = `${environmentYaml('test')}overrides:\n  topics:\n    orders.created:\n      partitions: 0\naccepts:\n  streams: { reason: tried, owner: orders }\n`;
    expect(told({ 'environments/platform.yaml': platformYaml, 'environments/test.yaml': environment })).toEqual([
      "environments/test.yaml:8:7 KFK-T011 overrides.topics['orders.created'].partitions: 0 is given where at least 1 is needed",
      "environments/test.yaml:10:3 KFK-S003 accepts.streams.until: 'until' is missing; text is needed",
    ]);
  });

  test('of an inline platform it was written', () => {
    const inline = `name: test\nplatform:\n  owners:\n    orders: { contact: nobody }\nclusters:\n  main: { backend: kafka }\n`;
    expect(told({ 'environments/test.yaml': inline })).toEqual([
      'environments/test.yaml:4:5 KFK-O003 owners.orders: it owns nothing',
      "environments/test.yaml:4:15 KFK-O002 owners.orders.contact: 'nobody' reaches nobody",
    ]);
  });

  test('a list element was written', () => {
    const approvals = `${environmentYaml('test')}approvals:\n  - { code: KFK-D001, address: a.b, reason: INC-12, owner: orders, expires: soon }\n`;
    expect(told({ 'environments/platform.yaml': platformYaml, 'environments/test.yaml': approvals })).toEqual([
      "environments/test.yaml:6:68 KFK-E005 approvals[0].expires: 'soon' is no day",
    ]);
  });
});

describe('a file that is no YAML is a problem with line and column, and the only one', () => {
  test.each([
    ['an open quote', 'name: "test\nclusters: {}\n', 'environments/test.yaml:3:1', /quote/, 'correct the syntax'],
    ['a tab', 'name: test\nclusters:\n\tmain: {}\n', 'environments/test.yaml:3:1', /tab/, 'use spaces'],
    [
      'a key twice',
      'name: test\nclusters: {}\nname: prod\n',
      'environments/test.yaml:3:1',
      /^'name' is there twice$/,
      'remove one of them, or rename it',
    ],
    [
      'a key with dots twice',
      "name: test\nclusters:\n  'a: b': {}\n  'a: b': {}\n",
      'environments/test.yaml:4:3',
      /^'a: b' is there twice$/,
      'remove one of them, or rename it',
    ],
    [
      'two documents',
      'name: test\nclusters: {}\n---\nname: prod\n',
      'environments/test.yaml:3:1',
      /^a second document begins here/,
      'put it into a file of its own',
    ],
    [
      'an alias of nothing',
      'name: test\nclusters: *missing\n',
      'environments/test.yaml:2:11',
      // A password may begin with this sign, and is not repeated.
      /^(?!.*missing)nothing before it is marked with this name/,
      "mark that with & and the name, or put the text into quotes: '*text'",
    ],
    [
      'a key of YAML 1.1 that merges maps',
      'a: &a { backend: kafka }\nclusters:\n  main: { <<: *a }\n',
      'environments/test.yaml:3:11',
      /^'<<' merges nothing/,
      'write the fields, or give the whole value by its alias: *name',
    ],
    [
      'bytes that are no text',
      'name: te\0st\nclusters: {}\n',
      'environments/test.yaml:1:9',
      /no text/,
      'save it as text (UTF-8)',
    ],
    [
      'an encoding that is not UTF-8',
      'n\uFFFDme: test\nclusters: {}\n',
      'environments/test.yaml:1:2',
      /no text/,
      'save it as text (UTF-8)',
    ],
  ])('%s', (_, text, place, problem, fix) => {
    const { environments, problems } = loadCompiled({
      folder: projectWith({ 'environments/test.yaml': text }),
      today: '2026-11-21',
    });
    expect(environments).toEqual([]);
    expect(problems).toMatchObject([{ code: 'KFK-Y001', file: place, problem: expect.stringMatching(problem), fix }]);
    expect(problems[0]?.problem).not.toContain('\n');
  });

  test('also when it is the platform: nothing follows from it', () => {
    expect(told(withPlatform('owners: {\n'))).toEqual([
      expect.stringMatching(/^environments\/platform\.yaml:2:1 KFK-Y001 /),
    ]);
  });
});

test('a version that YAML reads as a number is to be quoted', () => {
  const text = environmentYaml('test').replace('{ backend: kafka }', '{ backend: kafka, version: 4.2 }');
  const { problems } = loadCompiled({
    folder: projectWith({ 'environments/platform.yaml': platformYaml, 'environments/test.yaml': text }),
    today: '2026-11-21',
  });
  expect(problems).toMatchObject([{ code: 'KFK-S002', fix: "write it in quotes: '4.2'" }]);
});

test('nothing is called __proto__ and left out in silence', () => {
  const topic = '  __proto__: { owner: orders, partitions: 3 }\napplications:';
  expect(told(withPlatform(platformYaml.replace('applications:', topic)))).toEqual([
    "environments/platform.yaml:5:3 KFK-S001 topics.__proto__: '__proto__' is not known here",
  ]);
  const field = platformYaml.replace('{ owner: orders }', '{ owner: orders, __proto__: {} }');
  expect(told(withPlatform(field))).toEqual([expect.stringContaining("KFK-S001 topics['orders.created'].__proto__")]);
});

describe('a description that means harm ends', () => {
  test('when an alias contains itself', () => {
    const [first] = told({ 'environments/test.yaml': `${environmentYaml('test', '&p { owners: {}, self: *p }')}` });
    expect(first).toMatch(/KFK-S001 self: 'self' is not known here/);
  });

  test('when aliases multiply', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[index]}`)}]`),
    ];
    expect(told({ 'environments/test.yaml': `${environmentYaml('test', 'x')}${bomb.join('\n')}\n` })).toEqual([
      expect.stringMatching(/^environments\/test\.yaml:1:1 KFK-Y001 : .*alias/),
    ]);
  });
});
