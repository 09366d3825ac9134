import { handling } from '../../model/classification';
import { profiles } from '../../model/profile';
import { classifications } from '../../model/topic';
import { parseDuration } from '../../model/units';
import { logs, namespace, ownKey, privateDnsZone } from '../backends/event-hubs/namespace';
import { changed } from '../support/change';
import { compileDescription, resolve, small } from '../support/describe';

const topic = 'platform.topics[orders.created]';
const problemsOf = (changes: Readonly<Record<string, unknown>>, code: string) =>
  compileDescription(changed<unknown>(small, changes)).problems.filter((problem) => problem.code === code);
const another = {
  'platform.owners.payments': { contact: 'payments@example.com', page: 'payments-oncall' },
  'platform.applications.billing.owner': 'payments',
};
const deadLetters = {
  'platform.applications.auditor': { owner: 'orders', consumes: { 'orders.created.billing.dlq': {} } },
};

test('no stricter profile asks less of any classification, and no more sensitive class less of any profile', () => {
  const days = (retention: string) =>
    retention === 'unlimited' ? Number.POSITIVE_INFINITY : parseDuration(retention as '1d');
  const weight = { any: 0, held: 1, named: 2 } as const;
  const strictness = (profile: (typeof profiles)[number], classification: (typeof classifications)[number]) => {
    const { retention, readers, residency, copies, ...rest } = handling[profile][classification];
    return [-days(retention), weight[readers], weight[residency], Number(!copies), ...Object.values(rest).map(Number)];
  };
  const noLess = (a: readonly number[], b: readonly number[]) => b.every((value, index) => value >= (a[index] ?? 0));
  for (const classification of classifications)
    for (const [index, profile] of profiles.entries()) {
      const milder = profiles[index - 1];
      if (milder)
        expect([
          classification,
          profile,
          noLess(strictness(milder, classification), strictness(profile, classification)),
        ]).toEqual([classification, profile, true]);
    }
  for (const profile of profiles)
    for (const [index, classification] of classifications.entries()) {
      const less = classifications[index - 1];
      if (less)
        expect([
          profile,
          classification,
          noLess(strictness(profile, less), strictness(profile, classification)),
        ]).toEqual([profile, classification, true]);
    }
});

test('a bound that only a regulated environment has is asked for by it, one that production has by production', () => {
  const kept = (retention: string) => {
    const [problem] = problemsOf(
      { profile: 'regulated', [`${topic}.classification`]: 'personal', [`${topic}.retention`]: retention },
      'KFK-X061',
    );
    return problem?.profile;
  };
  expect([kept('365d'), kept('366d'), kept('731d')]).toEqual([undefined, 'regulated', 'production']);
});

test('a dead letter is classified as its source, and read by whom its source is read', () => {
  const readers = { [`${topic}.classification`]: 'personal', [`${topic}.readers`]: ['payments'], ...another };
  const { topics } = resolve(changed(small, readers));
  expect(topics.get('orders.created.billing.dlq')).toMatchObject({
    classification: 'personal',
    owner: 'payments',
    readers: ['payments', 'orders'],
  });
  expect(problemsOf({ ...readers, ...deadLetters }, 'KFK-X064')).toEqual([]);
  const stranger = {
    ...readers,
    ...deadLetters,
    'platform.owners.analytics': { contact: 'a@example.com' },
    'platform.applications.auditor.owner': 'analytics',
  };
  expect(problemsOf(stranger, 'KFK-X064').map(({ problem }) => problem)).toEqual([
    "'auditor' of 'analytics' reads it, and is none of the readers of 'orders.created', whose records it holds",
  ]);
});

test('a copy on another cluster is where its classification lets it be', () => {
  const regions = (standby: string | undefined) => ({
    residency: ['eu-west-1'],
    kubernetes: {},
    [`${topic}.classification`]: 'confidential',
    'clusters.main': { backend: 'strimzi', region: 'eu-west-1' },
    'clusters.standby': { backend: 'strimzi', ...(standby && { region: standby }) },
    'replications.copy': { owner: 'orders', from: 'main', to: 'standby' },
  });
  expect(problemsOf(regions('eu-west-1'), 'KFK-X068')).toEqual([]);
  expect(problemsOf(regions('us-east-1'), 'KFK-X068').map(({ path }) => path)).toEqual(['clusters.standby.region']);
  expect(problemsOf(regions(undefined), 'KFK-X068').map(({ problem }) => problem)).toEqual([
    "'orders.created', which is confidential, is there, and nothing says where that is",
  ]);
  expect(problemsOf({ ...regions('us-east-1'), [`${topic}.classification`]: 'internal' }, 'KFK-X068')).toEqual([]);
});

test('geo-replication is a region, too', () => {
  const namespace = {
    backend: 'event-hubs',
    namespace: 'kit-orders',
    location: 'westeurope',
    resourceGroup: 'kafka',
    publicAccess: true,
    geoReplication: { location: 'eastus' },
  };
  const found = problemsOf(
    {
      disposable: true,
      residency: ['westeurope'],
      'clusters.main': namespace,
      [`${topic}.classification`]: 'personal',
    },
    'KFK-X068',
  );
  expect(found.map(({ path }) => path)).toEqual(['clusters.main.geoReplication.location']);
});

test('a connector reads for its own team', () => {
  const connected = (owner: string) => ({
    kubernetes: {},
    'clusters.main': { backend: 'strimzi' },
    'platform.owners.analytics': { contact: 'analytics@example.com' },
    'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1' },
    'platform.connectors.warehouse': { owner, class: 'com.example.Sink', consumes: { 'orders.created': {} } },
    [`${topic}.readers`]: [],
  });
  expect(problemsOf(connected('orders'), 'KFK-X064')).toEqual([]);
  expect(problemsOf(connected('analytics'), 'KFK-X064').map(({ problem }) => problem)).toEqual([
    "'warehouse' of 'analytics' reads it, and is none of its readers",
  ]);
});

test('a regulated environment can be described without a problem, as its guide does', () => {
  const { problems } = compileDescription({
    name: 'regulated',
    platform: {
      owners: { customers: { contact: 'customers@example.com', page: 'customers-oncall' } },
      topics: {
        'customers.changed': { owner: 'customers', classification: 'personal', retention: '90d', readers: [] },
      },
      applications: { accounts: { owner: 'customers', produces: { 'customers.changed': {} } } },
    },
    profile: 'regulated',
    residency: ['westeurope'],
    clusters: {
      main: {
        ...namespace,
        privateDnsZone,
        logs,
        encryption: ownKey,
        archive: { storageAccount: 'kitlogs' },
        audit: {
          alarms: { notify: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Insights/actionGroups/security' },
        },
      },
    },
    secrets: { vault: 'kit-vault' },
    state: { backend: 'azurerm', resourceGroup: 'terraform', storageAccount: 'kitstate', container: 'state' },
  });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`)).toEqual(
    [],
  );
});
