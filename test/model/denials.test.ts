import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';

const permissionsOf = (changes: Readonly<Record<string, unknown>>, application = 'shop') =>
  resolve(changed<Description>(small, changes)).permissions.filter((one) => one.application === application);
const inWords = (changes: Readonly<Record<string, unknown>>, application?: string) =>
  permissionsOf(changes, application).map(
    ({ permission, operation, resourceType, resourceName, patternType, host }) =>
      `${permission} ${operation} ${resourceType} ${resourceName}${patternType === 'Prefixed' ? '*' : ''} from ${host}`,
  );
const problems = (changes: Readonly<Record<string, unknown>>, code: string) =>
  compileDescription(changed<unknown>(small, changes)).problems.filter((one) => one.code === code);
const shop = 'platform.applications.shop';

test('hosts narrow each permission to one for each address', () => {
  expect(inWords({ [`${shop}.hosts`]: ['10.0.0.7', '10.0.0.8'] })).toEqual([
    'Allow Write Topic orders.created from 10.0.0.7',
    'Allow Write Topic orders.created from 10.0.0.8',
  ]);
});

test('an environment takes hosts of the platform back with the wildcard, which is any', () => {
  expect(inWords({ [`${shop}.hosts`]: ['10.0.0.7'], 'overrides.applications.shop.hosts': ['*'] })).toEqual([
    'Allow Write Topic orders.created from *',
  ]);
});

test('what is denied stands beside what is allowed, and says where it is written', () => {
  const denies = [
    { topic: 'orders.created', operations: ['Write'], hosts: ['10.0.0.9'] },
    { group: 'shop-', prefix: true, operations: ['Delete', 'Describe'] },
  ];
  expect(inWords({ [`${shop}.denies`]: denies })).toEqual([
    'Deny Delete Group shop-* from *',
    'Deny Describe Group shop-* from *',
    'Allow Write Topic orders.created from *',
    'Deny Write Topic orders.created from 10.0.0.9',
  ]);
  expect(permissionsOf({ [`${shop}.denies`]: denies }).map(({ from }) => from)).toEqual([
    'applications.shop.denies[1]',
    'applications.shop.denies[1]',
    "applications.shop.produces['orders.created']",
    'applications.shop.denies[0]',
  ]);
});

describe('hosts are what brokers compare', () => {
  test.each([
    ['10.0.0.0/8', 'a range'],
    ['shop.example.com', 'no address'],
    ['*', 'beside which no other'],
    ['fe80::1', "brokers write 'fe80::1' another way"],
    ['::ffff:10.0.0.7', 'no address'],
  ])('%s is refused', (host, because) => {
    const [found] = problems({ [`${shop}.hosts`]: ['10.0.0.7', host] }, 'KFK-X015');
    expect(found?.path).toBe('applications.shop.hosts[1]');
    expect(found?.problem).toContain(because);
  });

  test('a short IPv6 address is told as Java writes it', () => {
    const [found] = problems({ [`${shop}.hosts`]: ['FE80::0A'] }, 'KFK-X015');
    expect(found?.fix).toBe("write 'fe80:0:0:0:0:0:0:a'");
  });

  test('an empty list, which nobody could come from, is refused', () => {
    expect(problems({ [`${shop}.hosts`]: [] }, 'KFK-X015')).toHaveLength(1);
  });
});

describe('a denial of what a flow needs', () => {
  const denied = (denial: object) =>
    problems({ [`${shop}.denies`]: [denial] }, 'KFK-X014').map(({ problem }) => problem);

  test.each(['Write', 'Describe', 'All'])('%s is refused, for a deny wins', (operation) => {
    expect(denied({ topic: 'orders.created', operations: [operation] })).toEqual([
      "Write of Topic 'orders.created' is what applications.shop.produces['orders.created'] needs",
    ]);
  });

  test('by a prefix is refused as well', () =>
    expect(denied({ topic: 'o', prefix: true, operations: ['All'] })).toHaveLength(1));

  test('from some hosts alone is not, nor is another operation', () => {
    expect(denied({ topic: 'orders.created', operations: ['Write'], hosts: ['10.0.0.7'] })).toEqual([]);
    expect(denied({ topic: 'orders.created', operations: ['Read'] })).toEqual([]);
  });
});

describe('a denial of a topic that no broker can have', () => {
  const long = 'a'.repeat(250);
  const denied = (denial: object) =>
    problems({ [`${shop}.denies`]: [{ operations: ['Write'], ...denial }] }, 'KFK-X011').map(
      ({ path, problem, fix }) => `${path}: ${problem}; ${fix}`,
    );
  const place = 'applications.shop.denies[0].topic';

  test('is refused', () => {
    expect(denied({ topic: '..' })).toEqual([
      `${place}: no topic is called '..'; name one, or say prefix: true for all that begin so`,
    ]);
    expect(denied({ topic: long, prefix: true })).toEqual([
      `${place}: no topic has a name of 250 letters: '${'a'.repeat(40)}…'; name one of at most 249 letters`,
    ]);
  });

  test('is none where topics may begin so, where the name is as long as may be, and where it is of a group', () => {
    expect(denied({ topic: '.', prefix: true })).toEqual([]);
    expect(denied({ topic: long.slice(1) })).toEqual([]);
    expect(denied({ group: long, operations: ['Read'] })).toEqual([]);
  });
});

describe('a denial that does nothing', () => {
  test('is told: nothing is allowed by default', () => {
    expect(
      problems({ [`${shop}.denies`]: [{ topic: 'orders.created', operations: ['Read'] }] }, 'KFK-X013'),
    ).toMatchObject([
      { severity: 'warning', path: 'applications.shop.denies[0]', problem: "nothing lets 'shop' do it" },
    ]);
  });

  test('since its hosts are none that its application comes from is told as that', () => {
    const changes = {
      [`${shop}.hosts`]: ['10.0.0.7'],
      [`${shop}.denies`]: [{ topic: 'orders.created', operations: ['Write'], hosts: ['10.0.0.8'] }],
    };
    expect(problems(changes, 'KFK-X013').map(({ path }) => path)).toEqual(['applications.shop.denies[0].hosts']);
  });

  test('is none where what is allowed brings what is denied: Describe comes with Write', () => {
    const denies = [{ topic: 'orders.created', operations: ['Describe'], hosts: ['10.0.0.8'] }];
    expect(problems({ [`${shop}.denies`]: denies }, 'KFK-X013')).toEqual([]);
  });
});

describe('idempotent producing', () => {
  const on = (version: string) => inWords({ 'clusters.main': { backend: 'kafka', version } });

  test('asks for nothing more since Kafka 2.8', () => {
    expect(on('2.8')).toEqual(['Allow Write Topic orders.created from *']);
  });

  test('asks for IdempotentWrite on the cluster before, for producers alone, and the report says that it is wider', () => {
    const changes = { 'clusters.main': { backend: 'kafka', version: '2.7.2' } };
    expect(on('2.7.2')).toEqual([
      'Allow IdempotentWrite Cluster kafka-cluster from *',
      'Allow Write Topic orders.created from *',
    ]);
    // It has a dead letter to write to.
    expect(
      inWords({ ...changes, 'platform.applications.billing.consumes': { 'orders.created': {} } }, 'billing'),
    ).toEqual(['Allow Read Group billing from *', 'Allow Read Topic orders.created from *']);
    expect(resolve(changed<Description>(small, changes)).translations.map(({ feature }) => feature)).toEqual([
      'idempotence',
    ]);
  });
});
