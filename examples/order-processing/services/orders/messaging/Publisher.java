package orders.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/** Publishes events and commits the offsets that they came from, with one of two promises. */
sealed interface Publisher extends AutoCloseable {

    /** What is not acknowledged by then is not committed either, and is processed again. */
    Duration CLOSE = Duration.ofSeconds(5);

    void start();

    /** False when nothing was committed and the same records must be processed again. */
    boolean publish(
            List<ProducerRecord<byte[], byte[]>> events,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Consumer<?, ?> consumer) throws Exception;

    @Override
    void close();

    /** Offsets are committed once every event is acknowledged: after a crash, records are processed again. */
    record AtLeastOnce(Producer<byte[], byte[]> producer) implements Publisher {
        @Override
        public void start() {}

        @Override
        public boolean publish(
                List<ProducerRecord<byte[], byte[]>> events,
                Map<TopicPartition, OffsetAndMetadata> offsets,
                Consumer<?, ?> consumer) throws InterruptedException, ExecutionException {
            var acknowledgements = new ArrayList<Future<?>>();
            for (var event : events) acknowledgements.add(producer.send(event));
            for (var acknowledgement : acknowledgements) acknowledgement.get();
            try {
                consumer.commitSync(offsets);
            } catch (CommitFailedException | RebalanceInProgressException moved) {
                System.out.println("not committed, the partitions are moving: " + moved.getMessage());
            }
            return true;
        }

        @Override
        public void close() {
            producer.close(CLOSE);
        }
    }

    /** Events and offsets are one transaction: read_committed readers see the effect of a record once. */
    record ExactlyOnce(Producer<byte[], byte[]> producer) implements Publisher {
        @Override
        public void start() {
            producer.initTransactions();
        }

        @Override
        public boolean publish(
                List<ProducerRecord<byte[], byte[]>> events,
                Map<TopicPartition, OffsetAndMetadata> offsets,
                Consumer<?, ?> consumer) {
            try {
                producer.beginTransaction();
                for (var event : events) producer.send(event);
                producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
                producer.commitTransaction();
                return true;
            } catch (KafkaException problem) {
                abort(problem);
                if (!Problems.mayPass(problem)) throw problem;
                System.out.println("transaction aborted, processing again: " + problem.getMessage());
                return false;
            }
        }

        /** A producer that was fenced by its successor cannot abort either; the successor has done so. */
        private void abort(KafkaException problem) {
            try {
                producer.abortTransaction();
            } catch (KafkaException | IllegalStateException unusable) {
                problem.addSuppressed(unusable);
                throw problem;
            }
        }

        @Override
        public void close() {
            producer.close(CLOSE);
        }
    }
}
