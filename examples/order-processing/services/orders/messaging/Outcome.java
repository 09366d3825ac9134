package orders.messaging;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What came of a record: events to publish, and a line that says what was done, printed once it is committed. */
public record Outcome(List<ProducerRecord<byte[], byte[]>> events, String done) {

    public static Outcome publish(ProducerRecord<byte[], byte[]> event, String done) {
        return new Outcome(List.of(event), done);
    }

    public static Outcome nothing(String done) {
        return new Outcome(List.of(), done);
    }
}
