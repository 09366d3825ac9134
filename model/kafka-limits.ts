import type { Limit } from './limits';
import { longestTopicName } from './names';

/** What Apache Kafka itself does not allow or advise, under the codes of a back end that adds no number of its own. */
export const kafkaLimits = (codes: { readonly topicName: string; readonly replicas: string }): readonly Limit[] => [
  {
    code: codes.topicName,
    title: "A topic's name is short enough",
    measure: 'topic-name-length',
    max: longestTopicName,
    unit: 'characters',
    severity: 'error',
    source:
      'https://github.com/apache/kafka/blob/4.3/clients/src/main/java/org/apache/kafka/common/internals/Topic.java',
    read: '2026-11-21',
  },
  {
    code: codes.replicas,
    title: 'A broker holds few enough replicas',
    measure: 'replicas-per-broker',
    // The common advice, which Kafka does not enforce.
    max: 4000,
    unit: 'replicas a broker',
    severity: 'warning',
    source:
      'https://cwiki.apache.org/confluence/spaces/KAFKA/pages/148641509/KIP-578+Add+configuration+to+limit+number+of+partitions',
    read: '2026-11-21',
  },
];
