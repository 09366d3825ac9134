import { kafka, problems } from './kafka';

describe('the quota of a cluster', () => {
  test('is said in bytes and in the words of its type', () => {
    expect(
      kafka({
        quota: { type: 'kafka', produce: '1MB/s', consume: '2MB/s', requestPercentage: 50, controllerMutationRate: 5 },
      }).kafka,
    ).toMatchObject({
      quotas: {
        type: 'kafka',
        producerByteRate: 1_000_000,
        consumerByteRate: 2_000_000,
        requestPercentage: 50,
        controllerMutationRate: 5,
      },
    });
    expect(
      kafka({ quota: { type: 'strimzi', minAvailable: '1GiB', excludedPrincipals: ['User:admin'] } }).kafka,
    ).toMatchObject({
      quotas: { type: 'strimzi', minAvailableBytesPerVolume: 2 ** 30, excludedPrincipals: ['User:admin'] },
    });
    expect(kafka({ quota: { type: 'strimzi', minAvailableRatio: 0.1 } }).kafka).toMatchObject({
      quotas: { minAvailableRatioPerVolume: 0.1 },
    });
    expect(kafka({}).kafka).not.toHaveProperty('quotas');
  });

  test('by Strimzi’s plugin leaves those of applications without effect: such are refused, by Kafka’s own they are not', () => {
    const limited = { 'platform.applications.shop.quota': { produce: '1MB/s' } };
    expect(problems({ quota: { type: 'kafka', produce: '2MB/s' } }, limited)).toEqual([]);
    expect(problems({ quota: { type: 'strimzi', produce: '2MB/s' } }, limited).join()).toContain('KFK-C001');
  });

  test.each<[object, string]>([
    [{ type: 'kafka', minAvailable: '1GiB' }, 'KFK-K458'],
    [{ type: 'kafka', excludedPrincipals: ['User:a'], produce: '1MB/s' }, 'KFK-K458'],
    [{ type: 'strimzi', controllerMutationRate: 1 }, 'KFK-K458'],
    [{ type: 'strimzi', minAvailable: '1GiB', minAvailableRatio: 0.1 }, 'KFK-K458'],
    [{ type: 'strimzi', minAvailableRatio: 1 }, 'KFK-K459'],
    [{ type: 'kafka', requestPercentage: 12.5 }, 'KFK-K459'],
    [{ type: 'kafka', controllerMutationRate: 0 }, 'KFK-K459'],
    [{ type: 'kafka', produce: '0.5B/s' }, 'KFK-K459'],
    [{ type: 'kafka' }, 'KFK-K459'],
  ])('%j is refused by %s', (quota, code) => {
    expect(problems({ quota: quota as never }).join('\n')).toContain(code);
  });
});
