import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { checkStrimzi } from '../../../workflows/import/check-strimzi';
import { changes, importCodes, kinds, type StrimziKind } from '../../../workflows/import/strimzi-v1';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kafka-kit-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function checked(files: Readonly<Record<string, string | Buffer>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkStrimzi([folder], (file) => relative(folder, file));
}
const told = (text: string) =>
  checked({ 'it.yaml': text }).problems.map(({ code, file, path }) => [code, file, path].join(' '));

/** What `v1` wants of each kind, and nothing that it has not. */
const specs: Readonly<Record<StrimziKind, object>> = {
  Kafka: { kafka: { listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true }] } },
  KafkaNodePool: { replicas: 3, roles: ['broker'], storage: { type: 'jbod', volumes: [{ id: 0, size: '1Gi' }] } },
  KafkaConnect: {
    replicas: 1,
    bootstrapServers: 'a:9092',
    groupId: 'a',
    configStorageTopic: 'b',
    statusStorageTopic: 'c',
    offsetStorageTopic: 'd',
    config: { 'config.storage.replication.factor': 3 },
  },
  KafkaMirrorMaker2: { replicas: 1, target: { alias: 'b' }, mirrors: [{ source: { alias: 'a' } }] },
  KafkaBridge: { replicas: 1, bootstrapServers: 'a:9092' },
  KafkaConnector: { class: 'A' },
  KafkaTopic: {},
  KafkaUser: { authentication: { type: 'tls' } },
  KafkaRebalance: {},
};
const manifest = (kind: string, spec: unknown, more: object = {}) =>
  stringify({ apiVersion: 'kafka.strimzi.io/v1', kind, metadata: { name: 'it' }, spec, ...more });

test('what v1 reads as it is has no finding', () => {
  const text = Object.entries(specs)
    .map(([kind, spec]) => manifest(kind, spec))
    .join('---\n');
  expect(checked({ 'all.yaml': text })).toEqual({ problems: [], files: 1, objects: 9, incomplete: false });
});

describe.each(
  Object.entries(changes).flatMap(([kind, all]) => all.map((change) => [kind, change.path, change] as const)),
)('%s %s', (kind, path, change) => {
  const value = change.when === 'mapping' ? { tls: {} } : (change.when?.[0] ?? 'anything');
  const keys = [...path.matchAll(/\['([^']+)'\]|([^.[\]]+)/g)].map(([, bracketed, plain]) => bracketed ?? plain ?? '');
  const put = (into: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return value;
    if (key === '*') return [put(Array.isArray(into) ? into[0] : undefined, rest)];
    const map = (typeof into === 'object' && into !== null && !Array.isArray(into) ? into : {}) as Record<
      string,
      unknown
    >;
    return { ...map, [key]: put(map[key], rest) };
  };

  test('is told where it is written, with what to write', () => {
    const { problems } = checked({ 'it.yaml': manifest(kind, put(specs[kind as StrimziKind], keys)) });
    const found = problems.filter(({ code, fix }) => code === change.code && fix === change.fix);
    expect(found).toHaveLength(1);
    expect(found[0]?.file).toMatch(/^it\.yaml:\d+:\d+$/);
    expect(found[0]?.path).toMatch(new RegExp(`^${kind}/it spec`));
    expect(found[0]?.severity).toBe(change.code === 'KFK-V009' ? 'warning' : 'error');
  });
});

test.each(Object.entries(kinds).flatMap(([kind, needed]) => Object.keys(needed).map((field) => [kind, field])))(
  '%s without %s lacks it',
  (kind = '', field = '') => {
    const { [field]: _, ...spec } = specs[kind as StrimziKind] as Record<string, unknown>;
    expect(told(manifest(kind, spec)).join('\n')).toContain(`KFK-V004 it.yaml:5:1 ${kind}/it spec.${field}`);
  },
);

test('a version that is served no longer, a kind that is gone and one that never was, an object without a spec or a name', () => {
  const old = (version: string) =>
    `apiVersion: kafka.strimzi.io/${version}\nkind: KafkaTopic\nmetadata: {name: a}\nspec: {}\n`;
  for (const version of ['v1beta2', 'v1beta1', 'v1alpha1', 'v2'])
    expect(told(old(version))).toEqual(['KFK-V002 it.yaml:1:1 KafkaTopic/a apiVersion']);
  expect(told(manifest('KafkaMirrorMaker', {}))).toEqual(['KFK-V003 it.yaml:2:1 KafkaMirrorMaker/it kind']);
  expect(told(manifest('KafkaConnectS2I', {}))).toEqual(['KFK-V003 it.yaml:2:1 KafkaConnectS2I/it kind']);
  expect(told(manifest('KafkaTopics', {}))).toEqual(['KFK-V003 it.yaml:2:1 KafkaTopics/it kind']);
  expect(told(manifest('KafkaTopic', undefined))).toEqual(['KFK-V004 it.yaml:1:1 KafkaTopic/it spec']);
  expect(told(manifest('KafkaTopic', {}, { metadata: { generateName: 'a-' } }))).toEqual([
    'KFK-V004 it.yaml:3:1 KafkaTopic/? metadata',
  ]);
});

test('a kind that is no text and a version that never was are told as such', () => {
  const problemsOf = (text: string) =>
    checked({ 'it.yaml': text }).problems.map(({ path, problem }) => `${path}: ${problem}`);
  const topic = (kind: string, version: string) =>
    `apiVersion: kafka.strimzi.io/${version}\nkind: ${kind}\nmetadata: {name: a}\nspec: {}\n`;
  expect(problemsOf(topic('[KafkaTopic]', 'v1'))).toEqual(['?/a kind: its kind is no text']);
  expect(problemsOf('apiVersion: kafka.strimzi.io/v1\n')).toEqual(['?/? kind: it has no kind']);
  expect(problemsOf(topic('KafkaTopic', 'v9'))).toEqual([
    'KafkaTopic/a apiVersion: Strimzi has no kafka.strimzi.io/v9',
  ]);
  expect(problemsOf(topic('KafkaTopic', 'v1beta2'))).toEqual([
    'KafkaTopic/a apiVersion: kafka.strimzi.io/v1beta2 is served no longer',
  ]);
});

test('annotations that do nothing any more are warned of', () => {
  const metadata = { name: 'it', annotations: { 'strimzi.io/kraft': 'enabled', 'strimzi.io/node-pools': 'enabled' } };
  const { problems } = checked({ 'it.yaml': manifest('Kafka', specs.Kafka, { metadata }) });
  expect(problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
    ['KFK-V008', 'warning', 'it.yaml:6:5'],
    ['KFK-V008', 'warning', 'it.yaml:7:5'],
  ]);
});

test('every code is told by something', () => {
  const codes = new Set<string>([
    ...Object.values(changes).flatMap((all) => all.map(({ code }) => code)),
    ...['KFK-V001', 'KFK-V002', 'KFK-V003', 'KFK-V004', 'KFK-V008'],
  ]);
  expect([...codes].sort()).toEqual(Object.keys(importCodes));
});

describe('files', () => {
  const topic = manifest('KafkaTopic', {}).replace('/v1\n', '/v1beta2\n');

  test('of several documents and folders are read, each line as the file counts it', () => {
    const { problems, files, objects } = checked({
      'a/one.yaml': `# first\n---\n${topic}---\nkind: ConfigMap\napiVersion: v1\n--- # last\n${topic}`,
      'b/two.yml': topic,
      'b/three.json': JSON.stringify({
        apiVersion: 'kafka.strimzi.io/v1beta2',
        kind: 'KafkaTopic',
        metadata: { name: 'c' },
        spec: {},
      }),
      'b/notes.txt': topic,
      'node_modules/x/four.yaml': topic,
    });
    expect([files, objects]).toEqual([3, 4]);
    expect(problems.map(({ file }) => file)).toEqual([
      'a/one.yaml:3:1',
      'a/one.yaml:12:1',
      'b/three.json:1:2',
      'b/two.yml:1:1',
    ]);
  });

  test('with a list, as kubectl prints it, are read item by item', () => {
    const item = {
      apiVersion: 'kafka.strimzi.io/v1beta2',
      kind: 'KafkaConnector',
      metadata: { name: 'a' },
      spec: { pause: true },
    };
    expect(told(stringify({ apiVersion: 'v1', kind: 'List', items: [item] }))).toEqual([
      'KFK-V002 it.yaml:4:5 KafkaConnector/a apiVersion',
      'KFK-V006 it.yaml:9:7 KafkaConnector/a spec.pause',
    ]);
  });

  test('with anchors are read as kubectl reads them', () => {
    const text = `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata: {name: a}\nx: &x {pause: true}\nspec:\n  <<: *x\n`;
    expect(told(text)).toEqual(['KFK-V006 it.yaml:5:1 KafkaConnector/a spec.pause']);
  });

  const hostile: readonly (readonly [string, string | Buffer])[] = [
    ['is no YAML', 'kafka.strimzi.io: [1, 2\nfoo: }'],
    ['is a template of Helm', '{{- if .Values.kafka }}\napiVersion: kafka.strimzi.io/v1\n{{- end }}'],
    ['is no text', Buffer.from([0, 1, 2, 3])],
    [
      'holds a bomb of aliases',
      `kafka.strimzi.io/: 1\na: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`)
        .join('\n')}`,
    ],
    ['refers to nothing', 'apiVersion: kafka.strimzi.io/v1\nspec: *nothing'],
    ['is nested a hundred thousand times', `a: kafka.strimzi.io/${'\nb: '}${'['.repeat(100_000)}`],
    ['has millions of values', `a: kafka.strimzi.io/\nb: [${'1,'.repeat(4_000_000)}1]`],
    ['maps twenty thousand times', `a: kafka.strimzi.io/\nb: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['is larger than anybody writes', Buffer.alloc(17 * 2 ** 20, '#')],
  ];
  test.each(hostile)('that one %s is told, and the others are judged all the same', (_, content) => {
    const began = Date.now();
    const { problems, incomplete } = checked({ 'bad.yaml': content, 'good.yaml': topic });
    expect(incomplete).toBe(true);
    expect(problems.map(({ code }) => code)).toEqual(['KFK-V001', 'KFK-V002']);
    expect(problems[0]?.problem).not.toMatch(/\n|at .*\.ts|call stack/);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  test('that somebody names are YAML, whatever they are about; those of a folder only where they may be of interest', () => {
    expect(checked({ 'it.txt': '{{ a' }).incomplete).toBe(false);
    expect(checkStrimzi([join(folder, 'it.txt')], (file) => file).incomplete).toBe(true);
    expect(checked({ 'it.yaml': '{{ a' }).incomplete).toBe(false);
    expect(checkStrimzi([join(folder, 'it.yaml')], (file) => file).incomplete).toBe(true);
    expect(() => checkStrimzi([join(folder, 'gone.yaml')], (file) => file)).toThrow('gone.yaml');
  });

  test('that hold nothing of Strimzi, or hardly an object, have no finding', () => {
    for (const text of [
      '',
      'a',
      '- kafka.strimzi.io/v1',
      'apiVersion: 3\n# strimzi.io/\n',
      'items: [1, null, strimzi.io/]',
    ])
      expect(checked({ 'it.yaml': text })).toMatchObject({ problems: [], objects: 0, incomplete: false });
    expect(told('apiVersion: kafka.strimzi.io/v1\n')).toEqual(['KFK-V003 it.yaml:1:1 ?/? kind']);
  });

  test('that are no YAML are told with what to do about it', () => {
    const unread = (text: string) =>
      checked({ 'it.yaml': text }).problems.map(({ file, problem, fix }) => `${file} ${problem}; ${fix}`);
    expect(unread('apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nkind: Kafka\n')).toEqual([
      "it.yaml:3 'kind' is there twice; remove one of them, or rename it",
    ]);
    expect(unread('a: kafka.strimzi.io\nb: {{ .Values.kafka }}: x: [\n')).toEqual([
      expect.stringMatching(/render templates of Helm first: helm template$/),
    ]);
    expect(unread('kafka.strimzi.io: [1, 2\nfoo: }')).toEqual([expect.stringMatching(/; correct the syntax$/)]);
  });

  test('that are no files are told, and nobody waits for what they may say', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const { problems, incomplete } = checkStrimzi([join(folder, 'pipe.yaml')], (file) => relative(folder, file));
    expect(incomplete).toBe(true);
    expect(problems).toMatchObject([{ code: 'KFK-V001', file: 'pipe.yaml', problem: 'it is no file' }]);
  });

  test('of megabytes are read, document after document', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `${topic}# ${'x'.repeat(120)} ${index}\n`).join('---\n');
    expect(many.length).toBeGreaterThan(2_000_000);
    expect(checked({ 'many.yaml': many }).objects).toBe(10_000);
  });
});
