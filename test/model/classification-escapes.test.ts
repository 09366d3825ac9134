import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

const topic = 'platform.topics[orders.created]';
const override = (said: object) => ({ 'overrides.topics': { 'orders.created': said } });
const problemsOf = (changes: Readonly<Record<string, unknown>>, code: string) =>
  compileDescription(changed<unknown>(small, changes)).problems.filter((problem) => problem.code === code);
const pathsOf = (changes: Readonly<Record<string, unknown>>, code: string) =>
  problemsOf(changes, code).map(({ path }) => path);

/** `billing` is of another team and may read; so is `other`, which nobody named. */
const twoTeams = {
  'platform.owners.payments': { contact: 'payments@example.com', page: 'payments-oncall' },
  'platform.applications.billing.owner': 'payments',
  [`${topic}.readers`]: ['billing'],
};
const replay = (owner: string) => ({
  'platform.applications.other': { owner, consumes: { 'orders.created.billing.dlq': {} } },
});

describe('an environment that says otherwise than the platform', () => {
  const confidential = { profile: 'production', [`${topic}.classification`]: 'confidential' };
  const path = "overrides.topics['orders.created']";

  test('makes nothing less sensitive, and may make it more so', () => {
    const made = (classification: string) => pathsOf({ ...confidential, ...override({ classification }) }, 'KFK-X084');
    expect([made('public'), made('internal'), made('confidential'), made('personal')]).toEqual([
      [`${path}.classification`],
      [`${path}.classification`],
      [],
      [],
    ]);
  });

  test('lets nobody in whom the owner did not, and may keep somebody out', () => {
    const said = (...readers: string[]) =>
      pathsOf({ ...confidential, ...twoTeams, ...override({ readers }) }, 'KFK-X084');
    expect([said('billing', 'shop'), said('payments'), said('billing'), said()]).toEqual([
      [],
      [`${path}.readers`],
      [],
      [],
    ]);
  });

  test('names readers where the owner names none, unless he would have to', () => {
    const { [`${topic}.readers`]: _, ...nobodyNamed } = twoTeams;
    const said = (profile: string) =>
      pathsOf({ ...confidential, ...nobodyNamed, ...override({ readers: ['billing'] }), profile }, 'KFK-X084');
    expect([said('production'), said('regulated')]).toEqual([[], [`${path}.readers`]]);
  });

  test('gives a topic whose readers are named to no other team', () => {
    const given = (owner: string) => pathsOf({ ...confidential, ...twoTeams, ...override({ owner }) }, 'KFK-X084');
    expect([given('payments'), given('orders')]).toEqual([[`${path}.owner`], []]);
  });

  test('may do so in a sandbox, and elsewhere by a waiver', () => {
    const lowered = { ...confidential, ...override({ classification: 'public' }) };
    expect(problemsOf({ ...lowered, profile: 'baseline' }, 'KFK-X084')).toEqual([]);
    expect(problemsOf(lowered, 'KFK-X084')[0]?.waiver).toMatchObject({ code: 'KFK-X084' });
  });
});

describe('a dead letter holds records of its source', () => {
  test('whoever is of its consumer’s team reads it only if the source’s owner lets him', () => {
    const read = problemsOf({ ...twoTeams, ...replay('payments') }, 'KFK-X064');
    expect(read).toMatchObject([{ fix: expect.stringContaining("to readers of 'orders.created'") }]);
    const named = { ...twoTeams, [`${topic}.readers`]: ['billing', 'other'] };
    expect(problemsOf({ ...named, ...replay('payments') }, 'KFK-X064')).toEqual([]);
    const team = { ...twoTeams, [`${topic}.readers`]: ['payments'] };
    expect(problemsOf({ ...team, ...replay('payments') }, 'KFK-X064')).toEqual([]);
  });

  test('the source’s own team reads it, and its consumer does', () => {
    expect(problemsOf({ ...twoTeams, ...replay('orders') }, 'KFK-X064')).toEqual([]);
    const itself = {
      'platform.applications.billing.consumes': {
        'orders.created': { deadLetter: {} },
        'orders.created.billing.dlq': {},
      },
    };
    expect(problemsOf({ ...twoTeams, ...itself }, 'KFK-X064')).toEqual([]);
  });

  test('also where somebody described it by hand', () => {
    const byHand = { 'platform.topics[orders.created.billing.dlq]': { owner: 'payments', retention: '14d' } };
    expect(problemsOf({ ...twoTeams, ...replay('payments'), ...byHand }, 'KFK-X064')).toHaveLength(1);
  });

  test('in a regulated environment its readers of other teams are named by the source', () => {
    const { [`${topic}.readers`]: _, ...nobodyNamed } = twoTeams;
    const regulated = { ...nobodyNamed, profile: 'regulated', [`${topic}.classification`]: 'personal' };
    expect(problemsOf({ ...regulated, ...replay('payments') }, 'KFK-X065')).toMatchObject([
      { path: "topics['orders.created'].readers", fix: "write readers: ['billing', 'other']" },
    ]);
  });
});

describe('what leaves Kafka, or stays in it', () => {
  const sink = {
    kubernetes: {},
    'clusters.main': { backend: 'strimzi' },
    connectClusters: { connect: { cluster: 'main', owner: 'orders' } },
    'platform.connectors.lake': {
      owner: 'orders',
      class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
      consumes: { 'orders.created': {} },
      config: { file: '/tmp/lake' },
    },
    profile: 'production',
  };

  test('a sink of personal data is a copy, one of internal data is none', () => {
    const of = (classification: string) =>
      problemsOf({ ...sink, [`${topic}.classification`]: classification }, 'KFK-X072');
    expect(of('personal')).toMatchObject([
      { path: "connectors.lake.consumes['orders.created']", waiver: { code: 'KFK-X072' } },
    ]);
    expect(of('internal')).toEqual([]);
  });

  test('a segment that is open for years keeps its records for years', () => {
    const kept = (days: number) =>
      pathsOf(
        {
          profile: 'regulated',
          [`${topic}.classification`]: 'personal',
          [`${topic}.retention`]: '90d',
          [`${topic}.config`]: { 'segment.ms': days * 86_400_000 },
        },
        'KFK-X061',
      );
    expect([kept(3650), kept(90)]).toEqual([["topics['orders.created'].config['segment.ms']"], []]);
  });

  test('a sign is no answer to how one’s records leave a compacted topic', () => {
    const said = (erasure: string) =>
      problemsOf(
        {
          profile: 'production',
          [`${topic}.classification`]: 'personal',
          [`${topic}.cleanup`]: 'compact',
          [`${topic}.erasure`]: erasure,
        },
        'KFK-X062',
      ).length;
    expect([said('…'), said('-'), said(' '), said('shop writes tombstones')]).toEqual([1, 1, 1, 0]);
  });
});

describe('what somebody accepts in writing', () => {
  const accepted = (profile: string, until: string) =>
    pathsOf(
      {
        kubernetes: {},
        'clusters.main': { backend: 'strimzi' },
        accepts: { 'audit-access': { reason: 'too much', owner: 'orders', until } },
        profile,
      },
      'KFK-W003',
    );

  test('is decided again within a year, where somebody relies on it', () => {
    expect([accepted('regulated', '2027-11-22'), accepted('production', '2027-11-22')]).toEqual([
      ["accepts['audit-access'].until"],
      ["accepts['audit-access'].until"],
    ]);
    expect([accepted('regulated', '2027-11-21'), accepted('baseline', '2099-01-01')]).toEqual([[], []]);
  });
});
