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

test('every field of a topic is explained in the editor', () => {
  const { properties } = read('platform.schema.json').properties.topics.additionalProperties;
  const silent = Object.entries<{ description?: string }>(properties).filter(([, { description }]) => !description);
  expect(silent.map(([name]) => name)).toEqual([]);
  expect(properties.retention.description).toContain('Default: `7d`');
});

test('a YAML description of the guide passes', () => {
  const guide = readFileSync('docs/guides/first-description.md', 'utf8');
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  environment(parse(text));
  expect(environment.errors).toBeNull();
});
