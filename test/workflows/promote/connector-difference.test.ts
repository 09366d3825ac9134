import type { Resolved } from '../../../model/resolved';
import { differenceOf } from '../../../workflows/promote/difference';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const archive = 'platform.connectors.archive';
const plugin = 'platform.plugins.files';
const file = { group: 'org.apache.kafka', artifact: 'connect-file', version: '4.3.0' };
const base = {
  'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1', plugins: ['files'] },
  [plugin]: { artifacts: [file] },
};
const connector = {
  owner: 'orders',
  plugin: 'files',
  class: 'org.example.Sink',
  consumes: { 'orders.created': {} },
  config: { file: '/tmp/a' },
};
const after = (changes: Readonly<Record<string, unknown>>) =>
  resolve(changed<Description>(small, { ...base, ...changes }));
const told = (before: Resolved, is: Resolved) =>
  differenceOf(before, is).map(
    ({ grade, path, before: was = '–', after: now = '–' }) => `${grade} ${path}: ${was} → ${now}`,
  );
const there = after({ [archive]: connector });

test('a connector that comes is told with what its workers may do then, and one that goes with what they no longer may', () => {
  expect(told(after({}), there)).toEqual([
    'review connectors.archive: – → org.example.Sink',
    'review applications.pipeline: – → Allow Read Group connect-archive',
    'review applications.pipeline: – → Allow Read Topic orders.created',
  ]);
  expect(told(there, after({}))[0]).toBe('review connectors.archive: org.example.Sink → –');
});

test.each<[string, unknown, string]>([
  [
    'config',
    { file: '/tmp/b' },
    'review connectors.archive.config: file=/tmp/a topics=orders.created → file=/tmp/b topics=orders.created',
  ],
  ['state', 'stopped', 'review connectors.archive.state: running → stopped'],
  ['tasks', 2, 'safe connectors.archive.tasks: 1 → 2'],
  ['class', 'org.example.Other', 'review connectors.archive.class: org.example.Sink → org.example.Other'],
  ['secrets', { key: { secret: 'a', key: 'b' } }, 'review connectors.archive.secrets: – → key=a.b'],
])('another %s', (field, value, line) => {
  expect(told(there, after({ [archive]: connector, [`${archive}.${field}`]: value }))).toEqual([line]);
});

test('a plugin of another version, and nothing else, is told', () => {
  const newer = { [archive]: connector, [`${plugin}.artifacts`]: [{ ...file, version: '4.3.1' }] };
  expect(told(there, after(newer))).toEqual([
    'review plugins.files.artifacts: org.apache.kafka:connect-file:4.3.0 → org.apache.kafka:connect-file:4.3.1',
  ]);
  expect(told(there, there)).toEqual([]);
});
