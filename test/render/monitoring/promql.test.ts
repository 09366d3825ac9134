import { absent, count, delta, max, promql, rate, series, sum, top } from '../../../render/monitoring/promql';
import { signals } from '../../../render/monitoring/signals/signals';
import { namesIn } from '../../support/promql';

const here = { namespace: 'kafka', strimzi_io_cluster: 'main' };

test('a series is chosen by one value, by several, by anything but one, or by what a reader chooses', () => {
  const { logSize } = signals;
  expect(series(logSize, { topic: 'orders' })).toBe('kafka_log_log_size{topic="orders"}');
  expect(series(logSize, { topic: ['a', 'b'] })).toBe('kafka_log_log_size{topic=~"a|b"}');
  expect(series(logSize, { topic: { not: '' } })).toBe('kafka_log_log_size{topic!=""}');
  expect(series(logSize, { topic: { variable: 'topic' } })).toBe('kafka_log_log_size{topic=~"$topic"}');
});

test('names are taken literally, whatever a regular expression would make of them', () => {
  const query = series(signals.logSize, { topic: ['orders.created', 'a"b\\c'] });
  expect(query).toBe('kafka_log_log_size{topic=~"orders\\\\.created|a\\"b\\\\\\\\c"}');
  expect(namesIn(query).metrics).toEqual(['kafka_log_log_size']);
});

test('two signals of one name do not count each other’s series', () => {
  expect(series(signals.bytesIn, here)).toContain('topic=""');
  expect(series(signals.topicBytesIn, here)).toContain('topic!=""');
});

test('a label that a signal does not have does not compile', () => {
  // @ts-expect-error requests have no topic
  expect(series(signals.requestTime, { topic: 'orders' })).toContain('topic');
  // @ts-expect-error a name that no signal has
  expect(() => series(signals.requestTimes, {})).toThrow();
});

test('what is put together is PromQL', () => {
  const of = series(signals.messagesIn, here);
  for (const query of [
    rate(of, '5m'),
    delta(of, '15m'),
    sum(['pod'], of),
    count([], of),
    top(3, of),
    absent(of),
    promql`${max(['pod'], of)} / 1000 > ${0.5}`,
  ])
    expect(namesIn(query).metrics).toEqual([signals.messagesIn.metric]);
});

test('a text that is no PromQL is found', () => {
  expect(() => namesIn('sum by (pod) (up) >')).toThrow('no PromQL');
});
