import fc from 'fast-check';
import { nearMiss, useInstead } from '../../model/near-miss';

const fields = ['owner', 'partitions', 'replicationFactor', 'retention', 'retentionSize', 'cleanup'];

describe('a near miss', () => {
  test.each([
    ['partitons', 'partitions'],
    ['Partitions', 'partitions'],
    ['replication_factor', 'replicationFactor'],
    ['retentionsize', 'retentionSize'],
    ['owners', 'owner'],
  ])('%s was meant as %s', (word, meant) => {
    expect(nearMiss(word, fields)).toBe(meant);
  });

  test.each(['completely-different', 'x', 'zzzzzz', ''])('%j was meant as nothing that is known', (word) => {
    expect(nearMiss(word, fields)).toBeUndefined();
  });

  test('of a name without the part before its dot is the one that ends so, unless several do', () => {
    const sizes = ['kafka.m5.large', 'kafka.m7g.large', 'kafka.m7g.xlarge'];
    expect(nearMiss('m7g.large', sizes)).toBe('kafka.m7g.large');
    expect(nearMiss('large', sizes)).toBeUndefined();
  });

  test('of a name that two candidates have after a dot is either, and of one that many have none', () => {
    const sizes = ['kafka.m7g.large', 'express.m7g.large', 'kafka.m5.large', 'kafka.m6.large'];
    expect(useInstead('m7g.large', sizes)).toBe("did you mean 'kafka.m7g.large' or 'express.m7g.large'?");
    expect(useInstead('large', sizes)).toMatch(/^use one of/);
  });

  test('is never another number', () => {
    expect(nearMiss('4.2', ['4.0', '4.1'])).toBeUndefined();
  });

  test('of one letter always finds its word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.nat(), (word, at) => {
        const without = word.slice(0, at % word.length) + word.slice((at % word.length) + 1);
        return nearMiss(without, fields) === word || fields.includes(without);
      }),
    );
  });

  test('prefers the nearest candidate', () => {
    expect(nearMiss('retentions', ['retentionSize', 'retention'])).toBe('retention');
  });
});

describe('what to use instead', () => {
  test('is the near word, else the words that there are, else nothing', () => {
    expect(useInstead('partitons', fields)).toBe("did you mean 'partitions'?");
    expect(useInstead('zzzzzz', ['a', 'b'])).toBe("use one of: 'a', 'b'");
    expect(useInstead('zzzzzz', [])).toBe('remove it');
  });

  test('shows sixteen words at most, and says that there are more', () => {
    const many = Array.from({ length: 17 }, (_, index) => `candidate-${index}`);
    expect(useInstead('zzz', many)).toMatch(/'candidate-15', …$/);
    expect(useInstead('zzz', many.slice(0, 16))).toMatch(/'candidate-15'$/);
  });
});
