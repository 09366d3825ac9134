import { type LagObjective, type MonitoredCluster, perCluster, seriesOf } from '../monitored';
import { delta, max, promql, series, sum } from '../promql';
import { signals } from '../signals/signals';
import type { Alert } from './alert';

export interface Consumers extends MonitoredCluster {
  readonly objectives: readonly LagObjective[];
  readonly deadLetterTopics: readonly string[];
}

const perGroup = [...perCluster, 'group', 'topic'] as const;

/** Whether what is written is read, in time and without giving up. */
export function consumerAlerts(consumers: Consumers): Alert[] {
  const { objectives, deadLetterTopics } = consumers;
  return [
    ...(objectives.length > 0 ? [lag(consumers)] : []),
    stalled(consumers),
    ...(deadLetterTopics.length > 0 ? [deadLetters(consumers)] : []),
  ];
}

/** One alert for all flows: each one's objective is a series of its own, made by a recording rule. */
function lag(monitored: MonitoredCluster): Alert {
  const here = seriesOf(monitored);
  const seconds = max(perGroup, series(signals.lagSeconds, here));
  return {
    name: 'KafkaConsumerLag',
    severity: 'page',
    for: '2m',
    expression: promql`${seconds} > on (namespace, strimzi_io_cluster, group, topic) group_left (owner) ${series(signals.lagObjective, here)}`,
    summary: '{{ $labels.group }} is {{ $value | humanizeDuration }} behind on {{ $labels.topic }}',
    description: 'More than the description of this platform promises for this flow.',
  };
}

/** Seconds cannot be estimated while nothing is produced; that a group does not move can always be seen. */
function stalled(monitored: MonitoredCluster): Alert {
  const here = seriesOf(monitored);
  const behind = sum(perGroup, series(signals.lagRecords, here));
  const moved = sum(perGroup, delta(series(signals.groupOffset, here), '15m'));
  return {
    name: 'KafkaConsumerStalled',
    severity: 'ticket',
    for: '5m',
    expression: promql`${behind} > 0 and ${moved} == 0`,
    summary: '{{ $labels.group }} leaves {{ $value }} records of {{ $labels.topic }} unread and does not move',
    description:
      'It has committed nothing there for 15 minutes: it is stopped, stuck on a record, or left behind by a rename.',
  };
}

/** Counted by the end of the topic: a broker's counter begins with the first record, whose growth nobody sees. */
function deadLetters({ deadLetterTopics, ...monitored }: Consumers): Alert {
  const ends = series(signals.latestOffset, { ...seriesOf(monitored), topic: deadLetterTopics });
  return {
    name: 'KafkaDeadLetters',
    severity: 'ticket',
    for: '0m',
    expression: promql`${sum([...perCluster, 'topic'], delta(ends, '15m'))} > 0`,
    summary: '{{ $labels.topic }} received records that a consumer gave up on',
    description:
      'They wait there until somebody reads why, repairs the cause and sends them again, or until retention ends.',
  };
}
