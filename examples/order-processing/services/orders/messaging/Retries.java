package orders.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The failed record that each partition waits for. A partition stays in order: nothing behind a failed record is
 * processed before it is done or given up. Only that partition waits, and the consumer keeps polling, so a backoff
 * longer than {@code max.poll.interval.ms} costs no membership.
 *
 * <p>Attempts are counted in memory: a restart or a rebalance starts the count again.
 */
final class Retries {

    private record Failed(long offset, int attempts, long retryAt) {}

    private final Map<TopicPartition, Failed> failed = new HashMap<>();

    /** Counts a failed try and starts the backoff; returns how often the record was tried by now. */
    int failed(ConsumerRecord<?, ?> record, long backoffMs) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var before = failed.get(partition);
        var attempts = before != null && before.offset() == record.offset() ? before.attempts() + 1 : 1;
        failed.put(partition, new Failed(record.offset(), attempts, System.currentTimeMillis() + backoffMs));
        return attempts;
    }

    /** The partitions whose backoff is over; they may have gone on already. */
    List<TopicPartition> due() {
        var now = System.currentTimeMillis();
        var due = new ArrayList<TopicPartition>();
        failed.forEach((partition, record) -> {
            if (record.retryAt() <= now) due.add(partition);
        });
        return due;
    }

    void forget(Collection<TopicPartition> partitions) {
        failed.keySet().removeAll(partitions);
    }
}
