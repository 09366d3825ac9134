import { mskCluster } from '../../backends/msk/cluster';
import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

/** Every problem as one line, so that a test shows all that is said and nothing else. */
const linesOf = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<unknown>(small, changes)).problems.map(
    ({ code, path, problem, fix }) => `${code} ${path}: ${problem}; ${fix}`,
  );

const topic = 'platform.topics[orders.created]';
const at = "topics['orders.created']";
const shop = 'platform.applications.shop';

describe('a value of the wrong shape is one problem, and nothing follows from it', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'an unknown key with a near miss',
      { [`${topic}.partitons`]: 5 },
      `KFK-S001 ${at}.partitons: 'partitons' is not known here; did you mean 'partitions'?`,
    ],
    [
      'an unknown key of a cluster',
      { 'clusters.main.broker': 3 },
      "KFK-S001 clusters.main.broker: 'broker' is not known here; did you mean 'brokers'?",
    ],
    [
      'an unknown key where none is known',
      { [`${shop}.produces[orders.created].acks`]: 'all' },
      "KFK-S001 applications.shop.produces['orders.created'].acks: 'acks' is not known here; remove it",
    ],
    [
      'an unknown feature',
      { 'clusters.main.features': { transaction: true } },
      "KFK-S001 clusters.main.features.transaction: 'transaction' is not known here; did you mean 'transactions'?",
    ],
    [
      'a number as text',
      { [`${topic}.partitions`]: '3' },
      `KFK-S002 ${at}.partitions: '3' is given where a number is needed; write a number`,
    ],
    [
      'a broken number',
      { [`${topic}.partitions`]: 1.5 },
      `KFK-S002 ${at}.partitions: 1.5 is given where a whole number is needed; write a whole number`,
    ],
    [
      'a number as a name',
      { [`${topic}.owner`]: 5 },
      `KFK-S002 ${at}.owner: 5 is given where text is needed; write it in quotes: '5'`,
    ],
    [
      'a number as the name of the environment',
      { name: 5 },
      "KFK-S002 name: 5 is given where text is needed; write it in quotes: '5'",
    ],
    [
      'a function',
      { [`${topic}.owner`]: () => 5 },
      `KFK-S002 ${at}.owner: a function is given where text is needed; write text`,
    ],
    [
      'a size without its unit',
      { [`${topic}.retentionSize`]: 1024 },
      `KFK-S002 ${at}.retentionSize: 1024 is given where a size such as '512MiB' or '1GB' is needed; write a size such as '512MiB' or '1GB'`,
    ],
    [
      'a rate without its time',
      { [`${shop}.quota`]: { produce: '10MB' } },
      "KFK-S002 applications.shop.quota.produce: '10MB' is given where a rate such as '10MB/s' is needed; write a rate such as '10MB/s'",
    ],
    [
      'a value of a choice, misspelled',
      { [`${topic}.cleanup`]: 'compactt' },
      `KFK-S004 ${at}.cleanup: 'compactt' is not allowed; did you mean 'compact'?`,
    ],
    [
      'a map where a choice is',
      { [`${topic}.cleanup`]: { toString: 1 } },
      `KFK-S004 ${at}.cleanup: a map is not allowed; use one of: 'delete', 'compact', 'compact,delete'`,
    ],
    [
      'a duration without its unit',
      { [`${topic}.retention`]: 7 },
      `KFK-S004 ${at}.retention: 7 is not allowed; use a duration such as '30s' or '7d' or 'unlimited'`,
    ],
    [
      'nothing as a configuration',
      { [`${topic}.config`]: { 'segment.ms': null } },
      `KFK-S004 ${at}.config['segment.ms']: nothing is not allowed; use text or a number or true or false`,
    ],
    [
      'a missing field',
      { [`${topic}.owner`]: undefined },
      `KFK-S003 ${at}.owner: 'owner' is missing; text is needed; add it`,
    ],
    ['a missing name', { name: undefined }, "KFK-S003 name: 'name' is missing; text is needed; add it"],
    [
      'a missing platform',
      { platform: undefined },
      "KFK-S003 platform: 'platform' is missing; a map is needed; add it",
    ],
    [
      'missing owners',
      { 'platform.owners': undefined },
      "KFK-S003 owners: 'owners' is missing; a map is needed; add it",
    ],
    ['missing clusters', { clusters: undefined }, "KFK-S003 clusters: 'clusters' is missing; a map is needed; add it"],
    [
      'a relative address of the runbooks',
      { 'kubernetes.runbooks': 'docs/runbooks' },
      "KFK-S002 kubernetes.runbooks: 'docs/runbooks' is given where an address such as 'https://…/docs/runbooks' is needed; write an address such as 'https://…/docs/runbooks'",
    ],
    [
      'an address of the runbooks that no browser opens',
      { 'kubernetes.runbooks': 'ftp://example.com/runbooks' },
      "KFK-S002 kubernetes.runbooks: 'ftp://example.com/runbooks' is given where an address such as 'https://…/docs/runbooks' is needed; write an address such as 'https://…/docs/runbooks'",
    ],
    [
      'a missing back end',
      { 'clusters.main': {} },
      "KFK-S003 clusters.main.backend: 'backend' is missing; 'kafka' or 'event-hubs' or 'msk' or 'strimzi' is needed; add it",
    ],
    [
      'a wrong back end',
      { 'clusters.main.backend': 'kafak' },
      "KFK-S004 clusters.main.backend: 'kafak' is not allowed; did you mean 'kafka'?",
    ],
    [
      'a version that YAML reads as a number',
      { 'clusters.main': { ...mskCluster, version: 3.9 } },
      "KFK-S004 clusters.main.version: 3.9 is not allowed; write it in quotes: '3.9'",
    ],
    [
      'a back end that is a number',
      { 'clusters.main.backend': 5 },
      "KFK-S004 clusters.main.backend: 5 is not allowed; use one of: 'kafka', 'event-hubs', 'msk', 'strimzi'",
    ],
    [
      'an empty cluster',
      { 'clusters.main': null },
      'KFK-S002 clusters.main: nothing is given where a map is needed; write a map',
    ],
    ['an empty platform', { platform: null }, 'KFK-S002 platform: nothing is given where a map is needed; write a map'],
    [
      'a platform that is text',
      { platform: 'x' },
      "KFK-S002 platform: 'x' is given where a map is needed; write a map",
    ],
    [
      'a list of topics',
      { 'platform.topics': [{ name: 'orders.created' }] },
      'KFK-S002 topics: a list is given where a map is needed; write a map',
    ],
    [
      'empty topics',
      { 'platform.topics': null },
      'KFK-S002 topics: nothing is given where a map is needed; write a map',
    ],
    [
      'a list of owners',
      { 'platform.owners': ['orders'] },
      'KFK-S002 owners: a list is given where a map is needed; write a map',
    ],
    [
      'a list of applications',
      { 'platform.applications': ['shop'] },
      'KFK-S002 applications: a list is given where a map is needed; write a map',
    ],
    [
      'a list of clusters',
      { clusters: [{ backend: 'kafka' }] },
      'KFK-S002 clusters: a list is given where a map is needed; write a map',
    ],
    [
      'a topic that is text',
      { [topic]: 'orders' },
      `KFK-S002 ${at}: 'orders' is given where a map is needed; write a map`,
    ],
    ['an empty topic', { [topic]: null }, `KFK-S002 ${at}: nothing is given where a map is needed; write a map`],
    [
      'a list of produced topics',
      { [`${shop}.produces`]: ['orders.created'] },
      'KFK-S002 applications.shop.produces: a list is given where a map is needed; write a map',
    ],
    [
      'an override of the wrong type',
      { 'overrides.topics': { 'orders.created': { partitions: 'x' } } },
      "KFK-S002 overrides.topics['orders.created'].partitions: 'x' is given where a number is needed; write a number",
    ],
    [
      'an empty override',
      { 'overrides.topics': { 'orders.created': null } },
      "KFK-S002 overrides.topics['orders.created']: nothing is given where a map is needed; write a map",
    ],
  ])('%s', (_, changes, line) => {
    expect(linesOf(changes)).toEqual([line]);
  });
});

describe('a description that is no map is one problem', () => {
  test.each([null, 5, 'text', true, [], [small]])('%j', (description) => {
    expect(compileDescription(description).problems).toMatchObject([
      { code: 'KFK-S002', path: '', fix: 'write a map' },
    ]);
  });

  test('nor is nothing at all', () => {
    expect(compileDescription(undefined).problems).toMatchObject([{ code: 'KFK-S003', path: '' }]);
  });
});

test.each<[string, object]>([
  ['of its own', JSON.parse('{ "__proto__": { "owner": 5 } }')],
  ['that it inherits', Object.create(JSON.parse('{ "__proto__": { "owner": 5 } }'))],
])('a key that schemas pass over in silence is told once: one %s', (_, unsafe) => {
  const { problems, resolved } = compileDescription(Object.assign(unsafe, small));
  expect([problems.map(({ code, path }) => `${code} ${path}`), resolved]).toEqual([['KFK-S001 __proto__'], undefined]);
});

test('a list that has a field as well is a list', () => {
  const approvals = Object.assign([], { constructor: null });
  expect(compileDescription({ ...small, approvals }).problems).toEqual([]);
});
