import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Prints the committed records of topics as JSON lines, until it is ended: those from a time on, then every new one.
 * Joins no group and commits nothing.
 */
public final class RecordReader {

    record Line(String topic, int partition, long offset, long timestamp, String key, String value, Map<String, String> headers) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println("usage: RecordReader <client.properties> <from: milliseconds since 1970> <topic>...");
            System.exit(2);
        }
        var from = Long.parseLong(arguments[1]);
        var topics = List.of(arguments).subList(2, arguments.length);
        var out = new PrintStream(System.out, true, UTF_8);
        var json = new ObjectMapper();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(properties(arguments[0]))) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            seek(consumer, partitions, from);
            out.println("ready");
            while (true) for (var record : consumer.poll(Duration.ofMillis(200))) out.println(json.writeValueAsString(line(record)));
        }
    }

    private static Properties properties(String file) throws Exception {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        properties.remove("group.id");
        properties.put("enable.auto.commit", "false");
        properties.put("allow.auto.create.topics", "false");
        properties.put("isolation.level", "read_committed");
        properties.put("default.api.timeout.ms", "15000");
        properties.put("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        properties.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        return properties;
    }

    private static void seek(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, long from) {
        var ends = consumer.endOffsets(partitions);
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> from)))
                .forEach((partition, found) -> consumer.seek(partition, found != null ? found.offset() : ends.get(partition)));
    }

    private static Line line(ConsumerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Line(record.topic(), record.partition(), record.offset(), record.timestamp(), text(record.key()), text(record.value()), headers);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    private RecordReader() {}
}
