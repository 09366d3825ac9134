import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const problemsOf = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<unknown>(small, changes)).problems;
const topic = 'platform.topics[orders.created]';
const at = "topics['orders.created']";
const shop = 'platform.applications.shop';

describe('several mistakes', () => {
  const many = {
    name: 7,
    profile: 'prod',
    [`${topic}.partitons`]: 5,
    [`${topic}.retention`]: 'soon',
    [`${shop}.owner`]: undefined,
    'platform.owners.orders.contact': 'nobody',
    'clusters.main.brokers': 'three',
    approvals: [{ code: 'KFK-D001' }],
  };

  test('are all told, shape and rules together, none twice', () => {
    const told = problemsOf(many).map(({ code, path }) => `${code} ${path}`);
    expect(told).toEqual([
      'KFK-S003 applications.shop.owner',
      'KFK-S003 approvals[0].address',
      'KFK-S003 approvals[0].expires',
      'KFK-S003 approvals[0].owner',
      'KFK-S003 approvals[0].reason',
      'KFK-S002 clusters.main.brokers',
      'KFK-S002 name',
      'KFK-O002 owners.orders.contact',
      'KFK-S004 profile',
      `KFK-S001 ${at}.partitons`,
      `KFK-S004 ${at}.retention`,
    ]);
  });

  test('in one element of a list leave the whole list out, and nothing is said that it may make untrue', () => {
    const removed = { reason: 'nobody reads it', until: '2027-01-01', data: 'destroy' };
    const topics = { 'orders.gone': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } };
    const destroying = changed<unknown>(small, {
      'platform.topics[orders.gone]': { owner: 'orders', removed },
      approvals: [5],
    });
    const { problems } = compileDescription(destroying, { inventory: { topics, applications: {} } });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['KFK-S002 approvals[0]']);
    expect(
      problemsOf({ 'clusters.main.authentication': ['scram', 'mtls'], [`${shop}.authentication`]: 'mtls' }),
    ).toHaveLength(1);
  });

  test('of one kind hide nothing of another, though a noun has the name of a kind', () => {
    const told = problemsOf({
      'platform.applications.topics': 5,
      [`${topic}.owner`]: 'topics',
      [`${shop}.produces`]: { 'orders.create': {} },
    });
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "KFK-F001 applications.shop.produces['orders.create']",
      'KFK-S002 applications.topics',
      `KFK-O001 ${at}.owner`,
    ]);
  });

  test('in the name of a kind are told once, not at each flow that looks for its nouns', () => {
    const { topics, ...platform } = small.platform;
    expect(problemsOf({ platform: { ...platform, topcis: topics } }).map(({ code }) => code)).toEqual(['KFK-S001']);
  });

  test('leave the description as it was given', () => {
    const given = changed<unknown>(small, many);
    const before = structuredClone(given);
    compileDescription(given);
    expect(given).toEqual(before);
  });
});

test('a misspelled key is told beside the one that is missing for it, and what comes after is told too', () => {
  const { problems } = compileDescription({
    ...small,
    platform: { ...small.platform, owners: { orders: { contct: 'orders@example.com' } } },
    clusters: { main: { backend: 'kafka' }, other: { backed: 'kafka' } },
  });
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(
    expect.arrayContaining([
      'KFK-S003 owners.orders.contact',
      'KFK-S001 owners.orders.contct',
      'KFK-S003 clusters.other.backend',
    ]),
  );
});
