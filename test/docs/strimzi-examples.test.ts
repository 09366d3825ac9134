/** docs/reference/strimzi-examples.md is true: each of Strimzi's examples can be said, and yields what it holds. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { compileDescription } from '../support/describe';
import { type Manifest, objectsIn } from '../support/manifests';
import { shared } from '../support/shared';
import { synthesized } from '../support/synthesized';
import { type Difference, differencesOf, equivalent, howOf, matching, rowsOf } from './strimzi-examples';

const page = readFileSync('docs/reference/strimzi-examples.md', 'utf8');
const [examples = [], differences = []] = rowsOf(page);
const described = examples.map(([example = '', link = '']) => ({
  example: example.replaceAll('`', ''),
  description: /\((?:\.\.\/)+(.*)\)/.exec(link)?.[1] ?? '',
}));
const rows = differences.map(([kind = '', field = '', how = '', why = '']) => ({
  kind,
  field: field.replaceAll('`', ''),
  how,
  why,
}));

const folder = join(shared, 'strimzi-examples');
const there = existsSync(folder);
const out = mkdtempSync(join(tmpdir(), 'kafka-kit-examples-'));
const found: Difference[] = [];

afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Without the examples nothing can be compared: then each of these counts as skipped. */
const each = there ? test.each(described) : test.skip.each(described);
const whole = there ? test : test.skip;

whole('every example is in the table, and every description is somebody’s', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  expect(described.map(({ example }) => example)).toEqual(files.sort());
  expect(described.map(({ description }) => basename(description)).sort()).toEqual(
    readdirSync('examples/strimzi')
      .filter((file) => file.endsWith('.yaml'))
      .sort(),
  );
});

test.each(described)('$description has no error', ({ description }) => {
  const { problems } = compileDescription(parse(readFileSync(description, 'utf8')));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

each(
  '$example: every object that it holds is rendered, with every value that it says',
  async ({ example, description }) => {
    const { resolved } = compileDescription(parse(readFileSync(description, 'utf8')));
    if (!resolved) throw new Error('refused');
    const { objects } = await synthesized(resolved, out);
    const pairs = objectsIn(readFileSync(join(folder, example), 'utf8')).map((said) => ({
      said,
      made: twin(said, objects),
    }));
    const all = pairs.flatMap(({ said, made }) => differencesOf(said, made));
    found.push(...all);
    expect(all.filter((one) => !rows.some((row) => matching(row, one)))).toEqual([]);
    expect(all.filter((one) => howOf(one) === 'other' && !equivalent(one))).toEqual([]);
  },
);

whole('every difference that the table tells is one', () => {
  expect(rows.filter((row) => !found.some((one) => matching(row, one)))).toEqual([]);
});

/** The object of that kind and name; the kit puts the cluster's name before those that clusters could share. */
function twin(said: Manifest, objects: readonly Manifest[]): Manifest {
  const ofKind = objects.filter(({ kind }) => kind === said.kind);
  const named = ofKind.find(({ metadata }) => metadata.name === said.metadata.name);
  const made = named ?? ofKind.find(({ metadata }) => metadata.name.endsWith(`-${nameWithoutMy(said)}`));
  if (!made)
    throw new Error(`no ${said.kind} '${said.metadata.name}' among ${ofKind.map(({ metadata }) => metadata.name)}`);
  return made;
}

const nameWithoutMy = ({ metadata }: Manifest) =>
  metadata.name.replace(/^my-(.*)-rebalancing-template$/, '$1-template');

test.each([
  ['spec.groupId', 'my-connect-group', 'connect-workers.my-connect-cluster.internal', true],
  ['spec.groupId', 'my-connect-group', 'connect-workers.my-connect-other.internal', false],
  ['spec.mirrors[0].topicsPattern', '.*', 'orders', true],
  ['spec.mirrors[0].topicsPattern', '.*', 'orders|payments', false],
  ['spec.kafka.version', '4.3.1', '4.2.0', false],
])('%s: whether %s and %s mean the same: %s', (path, said, rendered, same) => {
  expect(equivalent({ kind: 'Kafka', path, said, rendered })).toBe(same);
});
