import { resolve } from '../../support/describe';
import { recorded, recordedMsk, recordedWith } from './scale.cases';
import { codes, described, plan, told } from './scaled';

describe('a disk', () => {
  test('grows, at the earliest six hours after it grew', () => {
    const [text = ''] = plan({ storage: '200GiB' });
    expect(text).toMatch(/^200GiB instead of 100GiB on each broker\n/);
    expect(text).toContain('six hours later');
    expect(codes({ storage: '200GiB' })).toEqual([]);
  });

  test.each([{}, { disposable: true }])('never shrinks: %j', (more) => {
    expect(told('KFK-I020', { storage: '99GiB' }, recorded(), more)).toEqual([
      expect.stringMatching(
        /^clusters\.main\.storage: 99GiB instead of 100GiB.*MSK shrinks no disk \| 1\. write 100GiB/,
      ),
    ]);
  });
});

describe('disks that grew by themselves', () => {
  const growing = { storageAutoscaling: { maximum: '500GiB' } };
  const inventory = recordedWith({ storageAutoscaling: '500GiB' });

  test('may do so with or without a word, and are recorded', () => {
    expect(codes(growing)).toEqual([]);
    expect(codes(growing, inventory)).toEqual([]);
    expect(resolve(described(growing)).clusters.get('main')?.record?.applied).toEqual({
      authentication: 'iam',
      storageAutoscaling: '500GiB',
    });
  });

  test('are larger than what they were born with: Terraform would ask to shrink them, so that is written first', () => {
    const [text = ''] = told('KFK-I021', {}, inventory);
    expect(text).toMatch(/^clusters\.main\.storageAutoscaling: disks that no longer grow by themselves/);
    expect(text).toContain('aws kafka describe-cluster-v2');
    expect(codes({ storage: '300GiB' }, inventory)).toEqual([]);
    expect(plan({ storage: '300GiB' }, inventory)).toEqual([
      expect.stringMatching(/^disks that no longer grow by themselves/),
    ]);
    expect(codes({ storage: '99GiB' }, inventory)).toContain('KFK-I020');
  });
});

describe('a size without provisioned throughput', () => {
  const large = { instance: 'kafka.m7g.4xlarge', throughput: 300 };
  const inventory = recordedWith(
    { throughput: '300' },
    {
      pools: {
        broker: {
          roles: ['broker'],
          nodes: 6,
          size: 'kafka.m7g.4xlarge',
          volumes: recordedMsk.pools.broker?.volumes ?? {},
        },
      },
    },
  );

  test('comes after the throughput is taken away: the provider asks for the size first', () => {
    const [text = ''] = plan({}, inventory);
    expect(text).toMatch(/^kafka\.m7g\.large instead of kafka\.m7g\.4xlarge\n/);
    expect(text.indexOf("leave out 'throughput' alone")).toBeLessThan(text.indexOf('apply, when there is least to do'));
    expect(text).toContain("leave out 'throughput' alone");
  });

  test('is no matter of sizes that have as much', () => {
    expect(plan({ ...large, instance: 'kafka.m7g.8xlarge' }, inventory)[0]).not.toContain('alone');
    expect(
      plan(
        { instance: 'kafka.m7g.large' },
        recorded({
          pools: {
            broker: {
              ...recordedMsk.pools.broker,
              roles: ['broker'],
              nodes: 6,
              size: 'kafka.m7g.4xlarge',
              volumes: recordedMsk.pools.broker?.volumes ?? {},
            },
          },
        }),
      )[0],
    ).not.toContain('alone');
  });
});
