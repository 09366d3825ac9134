import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';
import { mskCluster } from './cluster';

const told = (settings: object, topics: object, accepts = true) =>
  compileDescription(
    changed<Description>(small, {
      'clusters.main': { ...mskCluster, ...settings },
      'platform.applications.counter': {
        owner: 'orders',
        streams: {},
        consumes: { 'orders.created': { deadLetter: {} } },
      },
      ...topics,
      ...(accepts
        ? { accepts: { streams: { reason: 'internal topics are described', owner: 'orders', until: '2027-01-01' } } }
        : {}),
    }),
  )
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
const described = { 'platform.topics[counter-totals-changelog]': { owner: 'orders', cleanup: 'compact' } };

describe.each([{ kind: 'express' }, { kind: 'serverless' }])(
  'Kafka Streams on $kind brokers, which let it make no topics',
  (settings) => {
    test('are a preview that is accepted in writing', () => {
      expect(told(settings, described, false)).toHaveLength(1);
      expect(told(settings, {})).toEqual([]);
    });

    test('have internal topics that are described, of their own owner alone', () => {
      expect(told(settings, described)).toEqual([]);
      expect(
        told(settings, {
          'platform.owners.data': { contact: 'data@example.com' },
          'platform.topics[counter-totals-changelog]': { owner: 'data', cleanup: 'compact' },
        }),
      ).toContain('KFK-A006');
    });
  },
);
