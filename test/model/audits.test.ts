import { namespace } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

const collector = (retention: string) => ({ collector: { name: 'the SIEM', owner: 'orders', retention } });
const onKubernetes = {
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', audit: 'access' },
};
const told = (changes: Readonly<Record<string, unknown>>, codes: RegExp) =>
  compileDescription(changed<unknown>(small, changes)).problems.filter(({ code }) => codes.test(code));

describe('a log that is kept for less than its profile asks', () => {
  const kept = (profile: string, retention: string) =>
    told({ ...onKubernetes, profile, audit: collector(retention) }, /^KFK-X081/);

  test('is nobody’s business at baseline', () => {
    expect(kept('baseline', '1d')).toEqual([]);
  });

  test('is a warning at production', () => {
    expect(kept('production', '364d')).toMatchObject([
      { severity: 'warning', profile: 'production', path: 'audit.collector.retention', fix: "say '365d' or more" },
    ]);
    expect(kept('production', '365d')).toEqual([]);
  });

  test('is an error at regulated, which a waiver may set aside', () => {
    expect(kept('regulated', '2554d')).toMatchObject([
      { severity: 'error', profile: 'regulated', waiver: { code: 'KFK-X081' }, fix: "say '2555d' or more" },
    ]);
    expect(kept('regulated', '2555d')).toEqual([]);
  });
});

test.each<[object, string]>([
  [{ retention: '36h' }, "KFK-X087 audit.retention: it is 1.5 days, and stores keep for whole days; say '2d'"],
  [
    { retention: '40000d' },
    "KFK-X087 audit.retention: 40000 days are more than stores keep: 36500 at most; say '36500d'",
  ],
  [collector('90m'), "KFK-X087 audit.collector.retention: it is 0.0625 days, and stores keep for whole days; say '1d'"],
  [
    { retention: '0d' },
    "KFK-U001 audit.retention: '0d' is given where a duration such as '30s' or '7d' is needed; write a duration such as '30s' or '7d', positive and whole",
  ],
  [{ retention: 365 }, 'KFK-S002 audit.retention'],
])('an environment keeps logs for whole days, and not as %j', (audit, expected) => {
  const problems = told({ ...onKubernetes, audit }, /^KFK-(X08|U|S)/);
  expect(problems.map(({ code, path, problem, fix }) => `${code} ${path}: ${problem}; ${fix}`)).toEqual([
    expect.stringContaining(expected),
  ]);
});

describe('at regulated somebody is told whom a cluster turns away', () => {
  const untold = (cluster: object) =>
    told({ profile: 'regulated', 'clusters.main': cluster }, /^KFK-X080/).filter(({ problem }) =>
      problem.includes('nobody is told'),
    );
  const msk = { ...mskCluster, authentication: ['scram-sha-512', 'iam'] };
  const topic = { alarms: { notify: 'arn:aws:sns:eu-west-1:111122223333:security' } };
  const group = { alarms: { notify: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Insights/actionGroups/a' } };

  test.each<[string, object, boolean]>([
    ['on MSK, where a topic is named', { ...msk, audit: topic }, true],
    ['on MSK, where none is', { ...msk, audit: { bucket: 'kit-audit' } }, false],
    ['on MSK, where no log group counts', { ...msk, audit: topic, logs: { cloudwatch: false, firehose: 'l' } }, false],
    ['on MSK, serverless', { ...mskCluster, kind: 'serverless', audit: topic }, false],
    ['on MSK that exists', { ...msk, network: undefined, existing: 'shared' }, false],
    ['on Event Hubs, where an action group is named', { ...namespace, audit: group }, true],
    ['on Event Hubs, where none is', namespace, false],
    ['on Event Hubs that exist', { ...namespace, subnet: undefined, existing: true }, false],
    ['on Strimzi, by Prometheus', { backend: 'strimzi' }, true],
    ['on what somebody else runs', { backend: 'kafka', bootstrapServers: 'kafka.example.com:9093' }, false],
    [
      'on what somebody else runs and states',
      { backend: 'kafka', bootstrapServers: 'kafka.example.com:9093', features: { 'audit-alarms': true } },
      true,
    ],
  ])('%s', (_, cluster, isTold) => {
    expect(untold(cluster)).toHaveLength(isTold ? 0 : 1);
  });
});

test('of what exists the fix is what may be said there', () => {
  for (const cluster of [
    { ...namespace, subnet: undefined, existing: true },
    { ...mskCluster, network: undefined, existing: 'shared' },
  ])
    expect(told({ profile: 'production', 'clusters.main': cluster }, /^KFK-X081/)).toMatchObject([
      { fix: expect.stringContaining('collector: { name, owner, retention } } of the environment') },
    ]);
});

test('of what somebody else made no cell promises that a log is kept', () => {
  const kinds = [
    { ...namespace, subnet: undefined, existing: true },
    { ...mskCluster, network: undefined, existing: 'shared' },
  ];
  for (const cluster of kinds) {
    const { resolved } = compileDescription(changed<unknown>(small, { 'clusters.main': cluster }));
    expect(resolved?.clusters.get('main')?.capabilities['audit-logins']).toMatchObject({
      support: 'translated',
      loses: expect.stringMatching(/where it goes, which whoever made the (namespace|cluster) decides$/),
    });
  }
});

test('what is said of a namespace that says nowhere where its logs go is what to say', () => {
  const { resolved } = compileDescription(changed<unknown>(small, { 'clusters.main': namespace, disposable: true }));
  expect(resolved?.clusters.get('main')?.capabilities['audit-logins']).toMatchObject({
    support: 'unsupported',
    instead: expect.stringContaining('archive: { storageAccount }'),
  });
});
