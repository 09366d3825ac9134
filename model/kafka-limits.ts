import type { Limit } from './limits';

/** What Apache Kafka itself does not allow or advise, under the codes of a back end that adds no number of its own. */
export const kafkaLimits = (codes: { readonly topicName: string; readonly replicas: string }): readonly Limit[] => [
  {
    code: codes.topicName,
    title: "A topic's name is short enough",
    measure: 'topic-name-length',
    max: 249,
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
    max: 4000,
    unit: 'replicas a broker',
    severity: 'warning',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#partitions-per-broker',
    read: '2026-11-21',
  },
];
