import { emptyInventory, type Inventory } from '../../../model/inventory';
import { resolve } from '../../support/describe';
import { recorded } from './scale.cases';
import { codes, described, plan, told } from './scaled';

const waiver = {
  waivers: [
    {
      code: 'KFK-I021',
      path: 'clusters.main.brokers',
      reason: 'they are empty',
      owner: 'orders',
      expires: '2026-12-31',
    },
  ],
};

describe('more brokers', () => {
  test('get something to do by a reassignment with a throttle, which its check takes away', () => {
    const [text = ''] = plan({ brokers: 9 });
    expect(text).toMatch(/^9 brokers instead of 6\napply, and wait/);
    const steps = ['list-nodes', '--generate', 'before.json', '--execute', '--throttle', '--verify', 'PREFERRED'];
    expect(steps.map((step) => text.indexOf(step)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    expect(text).toContain('at most 10 partitions');
    expect(told('KFK-I022', { brokers: 9 })).toEqual([
      expect.stringMatching(
        /^clusters\.main\.brokers: 9 brokers instead of 6: it is not done with the apply \| kafka-kit explain test main tells all \d+ steps; the first: apply/,
      ),
    ]);
  });

  test('of an express cluster are filled by MSK, unless its rebalancing is off: then twenty partitions at a time', () => {
    const express = recordedExpress();
    const [byItself = ''] = plan({ kind: 'express', brokers: 9 }, express);
    expect(byItself).toContain('moves partitions to the new brokers by itself');
    expect(byItself).not.toContain('--throttle');
    expect(codes({ kind: 'express', brokers: 9 }, express)).toEqual([]);
    const [byHand = ''] = plan({ kind: 'express', brokers: 9, rebalancing: false }, express);
    expect(byHand).toContain('at most 20 partitions');
    expect(byHand).toContain('--throttle');
  });
});

describe('fewer brokers', () => {
  test('are refused until they are empty, with the plan, and a waiver says that they are', () => {
    const [text = ''] = told('KFK-I021', { brokers: 3 });
    expect(text).toMatch(/^clusters\.main\.brokers: 3 brokers instead of 6: something must be done before/);
    for (const step of [
      'as many in each zone',
      '--throttle',
      '--verify',
      '__amazon_msk_canary',
      'a waiver of KFK-I021',
    ])
      expect(text).toContain(step);
    expect(text.indexOf('--verify')).toBeLessThan(text.indexOf('write brokers: 3 and apply'));
    expect(codes({ brokers: 3 }, recorded(), waiver)).toEqual([]);
    expect(plan({ brokers: 3 }, recorded(), waiver)).toHaveLength(1);
  });

  test('of what may be thrown away are only a plan', () => {
    expect(codes({ brokers: 3 }, recorded(), { disposable: true })).toEqual([]);
    expect(plan({ brokers: 3 }, recorded(), { disposable: true })).toHaveLength(1);
  });
});

describe('a version', () => {
  test('goes forward, one broker at a time, and not back', () => {
    const [text = ''] = plan({ version: '4.0' });
    expect(text).toMatch(/^Kafka 4\.0 instead of 3\.9\n/);
    expect(text).toContain('it cannot be taken back');
    expect(codes({ version: '4.0' })).toEqual([]);
  });

  test('that goes back is refused: the provider would make another cluster', () => {
    for (const version of ['3.9', '3.8'] as const)
      expect(told('KFK-I020', { version }, recorded({ version: '4.0' }))).toEqual([
        expect.stringMatching(/^clusters\.main\.version: Kafka 3\.\d instead of 4\.0: .* make another cluster/),
      ]);
  });

  test('3.10 would be newer than 3.9', () => {
    expect(codes({ version: '3.9' }, recorded({ version: '3.10' }))).toEqual(['KFK-I020']);
  });
});

test('another size is a rolling change', () => {
  const [text = ''] = plan({ instance: 'kafka.m7g.xlarge' });
  expect(text).toMatch(/^kafka\.m7g\.xlarge instead of kafka\.m7g\.large\n/);
  expect(text).toContain('one broker at a time');
  expect(codes({ instance: 'kafka.m7g.xlarge' })).toEqual([]);
});

function recordedExpress(): Inventory {
  const record = resolve(described({ kind: 'express' })).clusters.get('main')?.record;
  if (!record) throw new Error('an express cluster is not recorded');
  return { ...emptyInventory, clusters: { main: record } };
}
