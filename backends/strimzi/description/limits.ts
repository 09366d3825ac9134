import { kafkaLimits } from '../../../model/kafka-limits';

/** Kafka's own; Strimzi adds no number. */
export const limits = kafkaLimits({ topicName: 'KFK-L401', replicas: 'KFK-L402' });
