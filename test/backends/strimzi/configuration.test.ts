import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const told = (settings: object) =>
  compileDescription(changed<unknown>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings } }))
    .problems.filter(({ code }) => code.startsWith('KFK-K4'))
    .map(({ code, fix }) => [code, fix]);

test.each(['Xmx', '-Xms', 'MaxHeapSize', 'InitialRAMPercentage'])('%s is said by heap', (name) => {
  expect(told({ jvmOptions: { [name]: '4g' } })).toEqual([['KFK-K426', expect.stringContaining("heap: '4GiB'")]]);
});

test.each(['-XX:+UseG1GC', 'Xss', 'XX'])('%s is no option of -XX', (name) => {
  expect(told({ jvmOptions: { [name]: 'true' } })).toEqual([['KFK-K426', expect.stringContaining('UseG1GC')]]);
});

test.each(['MaxHeapFreeRatio', 'MaxGCPauseMillis', 'ParallelGCThreads'])('%s is one', (name) => {
  expect(told({ jvmOptions: { [name]: '20' } })).toEqual([]);
});

test.each([
  ['num.partition', "did you mean 'num.partitions'?"],
  ['log.retention.hour', "did you mean 'log.retention.hours'?"],
  ['org.example.audit.of.every.single.record', 'remove it, or waive it at this path where a plugin reads it'],
])('brokers know no %s', (name, fix) => {
  expect(told({ config: { [name]: 3 } })).toEqual([['KFK-K471', fix]]);
});

test.each([
  'num.partitions',
  'log.retention.hours',
  'metric.reporters',
  'config.providers.vault.class',
  'broker.session.timeout.ms',
])('they know %s', (name) => {
  expect(told({ config: { [name]: 3 } })).toEqual([]);
});

test('what Strimzi or the kit decides is not unknown as well', () => {
  expect(
    told({ config: { 'ssl.unknown': 'x', 'min.insync.replicas': 2 } })
      .map(([code]) => code)
      .sort(),
  ).toEqual(['KFK-K422', 'KFK-K423']);
});
