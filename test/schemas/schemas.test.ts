import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { local } from '../../environments/local';
import { changed } from '../support/change';
import { small } from '../support/describe';

const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const environment = ajv.compile(read('environment.schema.json'));
const platform = ajv.compile(read('platform.schema.json'));

test('a real validator accepts the reference environment and its platform', () => {
  expect(environment(JSON.parse(JSON.stringify(local)))).toBe(true);
  expect(platform(JSON.parse(JSON.stringify(local.platform)))).toBe(true);
});

test('it accepts a platform in a file of its own', () => {
  expect(environment({ ...small, platform: 'platform.yaml' })).toBe(true);
});

test.each([
  ['a misspelled key', { 'platform.topics[orders.created].partition': 3 }],
  ['a duration without a unit', { 'platform.topics[orders.created].retention': '7' }],
  ['a size where a rate is needed', { 'platform.applications.shop.quota': { produce: '10MB' } }],
  ['a back end that does not exist', { 'clusters.main.backend': 'kafak' }],
  ['a relative address', { 'kubernetes.runbooks': 'docs/runbooks' }],
  ['a missing owner', { 'platform.topics[orders.created].owner': undefined }],
])('it refuses %s', (_, changes) => {
  expect(environment(changed<unknown>(small, changes))).toBe(false);
});

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

interface Field extends Pick<Node, 'description'> {
  readonly place: string;
  readonly isRequired: boolean;
}

/** Every field of a schema, however deep. */
function fieldsOf(node: Node, place: string): readonly Field[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties = {}, required = [], ...rest } = node;
  return [
    ...Object.entries(properties).flatMap(([name, property]) => [
      { place: `${place}.${name}`, isRequired: required.includes(name), description: property.description },
      ...fieldsOf(property, `${place}.${name}`),
    ]),
    ...Object.entries(rest).flatMap(([key, value]) => fieldsOf(value as Node, `${place}/${key}`)),
  ];
}

const fields = ['environment', 'platform'].flatMap((name) => fieldsOf(read(`${name}.schema.json`), name));

test('every field of a description, however deep, is explained in the editor', () => {
  expect(fields.length).toBeGreaterThan(500);
  expect(fields.filter(({ description }) => !description).map(({ place }) => place)).toEqual([]);
  const { properties } = read('platform.schema.json').properties.topics.additionalProperties;
  expect(properties.retention.description).toContain('Default: `7d`');
});

test('every field that may be left out says what then holds', () => {
  const silent = fields.filter(({ isRequired, description }) => !isRequired && !description?.includes('Default: '));
  expect(silent.map(({ place }) => place)).toEqual([]);
});

test('what an environment overrides does not promise the platform’s default', () => {
  const { topics } = read('environment.schema.json').properties.overrides.properties;
  expect(topics.additionalProperties.properties.retention.description).toMatch(
    /^How long .* Default: what the platform says\.$/,
  );
});

test('a YAML description of the guide passes', () => {
  const guide = readFileSync('docs/guides/first-description.md', 'utf8');
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  environment(parse(text));
  expect(environment.errors).toBeNull();
});
