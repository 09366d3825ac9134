import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';
import { mskCluster } from './cluster';

const notify = 'arn:aws:sns:eu-west-1:111122223333:security';
const trail = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/company';
const { network: _, ...found } = mskCluster as typeof mskCluster & { readonly network?: object };

const told = (audit: object, cluster: object = mskCluster) =>
  compileDescription(changed<Description>(small, { 'clusters.main': { ...cluster, audit } })).problems.flatMap(
    ({ code, path, problem, fix }) => (/^KFK-K54/.test(code) ? [`${code} ${path}: ${problem}; ${fix}`] : []),
  );

describe('what is said of an audit log and would do nothing is refused', () => {
  test.each<[string, object, string]>([
    ['a mode of no bucket, also the mild one', { trail, mode: 'governance' }, 'mode: there is no bucket'],
    ['a mode of no bucket', { trail, mode: 'compliance' }, 'mode: there is no bucket'],
    ['a time of no bucket', { trail, retention: '400d' }, 'retention: there is no bucket'],
  ])('%s', (_, audit, expected) => {
    expect(told(audit)).toEqual([expect.stringContaining(`KFK-K541 clusters.main.audit.${expected}`)]);
  });

  test('and with a bucket it is taken', () => {
    expect(told({ bucket: 'kit-audit', mode: 'governance', retention: '400d' })).toEqual([]);
  });

  test.each(['bucket', 'retention', 'mode', 'alarms'] as const)('%s, of a cluster that somebody else made', (field) => {
    const said = { bucket: 'kit-audit', retention: '400d', mode: 'governance', alarms: { notify } };
    expect(told({ trail, [field]: said[field] }, { ...found, existing: 'shared' })).toEqual([
      expect.stringMatching(new RegExp(`^KFK-K541 clusters\\.main\\.audit\\.${field}: .*collector: .*retention`)),
    ]);
  });

  test('but its trail is named: what it records counts', () => {
    expect(told({ trail }, { ...found, existing: 'shared' })).toEqual([]);
  });
});

test.each<[object, string]>([
  [
    { bucket: 'kit-audit', retention: '36h' },
    "KFK-K540 clusters.main.audit.retention: Object Lock holds nothing for '36h'",
  ],
  [{ bucket: 'kit-audit', retention: '40000d' }, 'KFK-K540 clusters.main.audit.retention: '],
  [{ alarms: { notify, moreThan: -1 } }, 'KFK-K540 clusters.main.audit.alarms.moreThan: nobody counts to -1'],
  [{ alarms: { notify: 'security' } }, "KFK-K540 clusters.main.audit.alarms.notify: 'security' is no ARN"],
])('%j is refused', (audit, expected) => {
  expect(told(audit)).toEqual([expect.stringContaining(expected)]);
});
