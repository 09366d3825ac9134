package orders.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Consumes what the application consumes, one record at a time: a record that fails is tried again, then put on its
 * dead-letter topic. {@link Publisher} decides whether events and offsets are one transaction.
 */
public final class RecordProcessor implements Service {

    /** Turns a record into events; an exception means: try again. */
    @FunctionalInterface
    public interface Handler {
        Outcome handle(ConsumerRecord<byte[], byte[]> record) throws Exception;
    }

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Configuration.Subscription> subscriptions;
    private final Handler handler;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Publisher publisher;
    private final Retries retries = new Retries();
    private volatile boolean running = true;

    public RecordProcessor(Configuration configuration, Handler handler) {
        this.subscriptions = configuration.application().consumes();
        this.handler = handler;
        this.consumer = new KafkaConsumer<>(configuration.forConsumer());
        var producer = new KafkaProducer<byte[], byte[]>(configuration.forProducer());
        this.publisher = configuration.application().transactionalIdPrefix() == null
                ? new Publisher.AtLeastOnce(producer)
                : new Publisher.ExactlyOnce(producer);
    }

    @Override
    public void run() throws Exception {
        publisher.start();
        consumer.subscribe(subscriptions.keySet(), new Assignment());
        while (running) {
            consumer.resume(retries.due());
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) process(records);
        }
    }

    /** Takes effect after the poll or the batch at hand; a wakeup could interrupt a commit whose events are published. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void close() {
        publisher.close();
        consumer.close();
    }

    private void process(ConsumerRecords<byte[], byte[]> records) throws Exception {
        var batch = new Batch();
        for (var partition : records.partitions()) {
            for (var record : records.records(partition)) {
                if (!process(record, batch)) {
                    waitFor(record);
                    break;
                }
                batch.offsets.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
            }
        }
        if (batch.offsets.isEmpty()) return;
        if (publisher.publish(batch.events, batch.offsets, consumer)) batch.done.forEach(System.out::println);
        else rewind(records);
    }

    /** Whether the record is done with, by its handler or as a dead letter. */
    private boolean process(ConsumerRecord<byte[], byte[]> record, Batch batch) throws Exception {
        var at = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        try {
            var outcome = handler.handle(record);
            batch.events.addAll(outcome.events());
            batch.done.add("%s: %s".formatted(at, outcome.done()));
            return true;
        } catch (Exception problem) {
            var limit = subscriptions.get(record.topic()).deadLetter();
            if (limit == null) throw problem;
            var attempts = retries.failed(record, limit.backoffMs());
            if (attempts < limit.attempts()) {
                System.out.println("%s: try %d of %d failed, next in %d ms: %s"
                        .formatted(at, attempts, limit.attempts(), limit.backoffMs(), problem.getMessage()));
                return false;
            }
            batch.events.add(DeadLetters.of(record, limit.topic(), attempts, problem));
            batch.done.add("%s: to %s after %d attempts: %s".formatted(at, limit.topic(), attempts, problem.getMessage()));
            return true;
        }
    }

    private void waitFor(ConsumerRecord<?, ?> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        consumer.seek(partition, record.offset());
        consumer.pause(List.of(partition));
    }

    /** Nothing of these records was committed: read them again, as far as the partitions are still ours. */
    private void rewind(ConsumerRecords<?, ?> records) {
        for (var partition : records.partitions()) {
            if (consumer.assignment().contains(partition)) consumer.seek(partition, records.records(partition).get(0).offset());
        }
    }

    private static final class Batch {
        final List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        final List<String> done = new ArrayList<>();
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            System.out.println("ready: consuming %d partitions of %s".formatted(consumer.assignment().size(), subscriptions.keySet()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            retries.forget(partitions);
        }
    }
}
