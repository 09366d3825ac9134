import { kafkaLimits } from '../../../model/kafka-limits';

/** What Apache Kafka itself, or its maintainers, do not allow or advise. */
export const limits = kafkaLimits({ topicName: 'KFK-L001', replicas: 'KFK-L002' });
