import type { Rotations } from '../../../model/rotations';
import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { day, named, onKubernetes, told, topic } from './told';

describe('how long records stay', () => {
  test.each([
    ['730d', true],
    ['731d', false],
  ])('personal records that stay %s are within what the profile allows: %s', (retention, within) => {
    // A waiver lets the second one through: the evidence tells it all the same.
    const waiver = { reason: 'agreed in INC-4711', owner: 'orders', expires: '2026-12-31' };
    const { problems } = compileDescription(
      changed<unknown>(small, { ...onKubernetes, [`platform.topics[${topic}].retention`]: retention }),
      { today: day },
    );
    const waivers = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path: place }) => ({ code, path: place, ...waiver }));
    const evidence = told({ ...onKubernetes, [`platform.topics[${topic}].retention`]: retention, waivers });
    expect(named(evidence.topics, topic).retention).toMatchObject({ atMost: 730, within });
    expect(evidence.attention.some(({ what }) => what.includes('730 days are allowed'))).toBe(!within);
    expect(evidence.written).toMatchObject(waivers.map(({ code }) => ({ kind: 'waiver', of: code, used: true })));
  });

  test('what is compacted has no end', () => {
    const { retention } = named(told({ [`platform.topics[${topic}].cleanup`]: 'compact' }).topics, topic);
    expect(retention).toEqual({ days: null, atMost: null, compacted: true, within: true });
  });
});

describe('credentials', () => {
  const rotations = (since: string): Rotations => ({
    applications: { shop: { version: 3, since }, billing: { version: 1, since: day } },
  });

  test.each([
    ['2026-08-23', false],
    ['2026-08-22', true],
  ])('one of %s that lasts 90 days is overdue: %s', (since, overdue) => {
    const { credentials, attention } = told(onKubernetes, rotations(since));
    expect(credentials.find(({ who }) => who === 'shop')).toMatchObject({ version: 3, since, overdue });
    expect(attention.some(({ where, what }) => where === 'shop' && what.includes('was due on'))).toBe(overdue);
  });

  test('one that nobody recorded is told', () => {
    expect(told(onKubernetes).attention).toContainEqual({
      where: 'shop',
      what: 'nobody recorded since when its credential is there',
    });
  });
});

test('how long certificates last, by profile and by what is said', () => {
  const of = (changes: object) => named(told({ ...onKubernetes, ...changes }).clusters, 'main').certificates;
  expect(of({})).toContainEqual({ of: 'applications', days: 90, renewedBefore: 30, by: 'the kit' });
  const cluster = { lasts: '730d', renewBefore: '60d', own: true };
  expect(of({ 'clusters.main.certificates': { cluster } })).toContainEqual({
    of: 'the authority of brokers',
    days: 730,
    renewedBefore: 60,
    by: 'you',
  });
});

describe('the audit log', () => {
  test('what a cluster does not record is listed, and who accepts it', () => {
    const until = '2026-12-31';
    const accepts = { 'audit-access': { reason: 'too much of it', owner: 'orders', until } };
    const { clusters, attention } = told({ ...onKubernetes, accepts });
    const { recorded } = named(clusters, 'main').audit;
    expect(recorded.map(({ feature, support, accepted }) => [feature, support, accepted?.owner])).toEqual([
      ['audit-logins', 'translated', undefined],
      ['audit-denials', 'native', undefined],
      ['audit-administration', 'unsupported', undefined],
      ['audit-access', 'unsupported', 'orders'],
      ['audit-alarms', 'translated', undefined],
    ]);
    expect(attention).toContainEqual({
      where: 'main',
      what: 'no log says who reads and writes what (audit-access), which orders accepts until 2026-12-31',
    });
  });

  test('of what is disposable nobody asks for one, here as in the rules', () => {
    const about = (disposable: boolean) => {
      const { clusters, attention } = told({ kubernetes: {}, disposable, 'clusters.main': { backend: 'strimzi' } });
      const { asked } = named(clusters, 'main').audit;
      return [asked, attention.filter(({ what }) => /audit/.test(what)).length > 0];
    };
    expect(about(false)).toEqual([true, true]);
    expect(about(true)).toEqual([false, false]);
  });

  test('where it is kept, for how long, of how long', () => {
    expect(named(told(onKubernetes).clusters, 'main').audit).toMatchObject({
      kept: { name: 'the SIEM', days: 400, locked: null, by: 'orders' },
      daysAsked: 365,
    });
    expect(named(told({}).clusters, 'main').audit).toMatchObject({ kept: null, asked: true, daysAsked: 0 });
  });
});
