package orders.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record that was given up: unchanged, with headers that say where it was, how often it was tried, and what failed. */
final class DeadLetters {

    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record, String topic, int attempts, Exception problem) {
        var headers = new RecordHeaders(record.headers().toArray());
        add(headers, "dead-letter.topic", record.topic());
        add(headers, "dead-letter.partition", record.partition());
        add(headers, "dead-letter.offset", record.offset());
        add(headers, "dead-letter.attempts", attempts);
        add(headers, "dead-letter.exception", problem.getClass().getName());
        add(headers, "dead-letter.message", problem.getMessage());
        return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
    }

    private static void add(RecordHeaders headers, String name, Object value) {
        headers.add(name, String.valueOf(value).getBytes(UTF_8));
    }

    private DeadLetters() {}
}
