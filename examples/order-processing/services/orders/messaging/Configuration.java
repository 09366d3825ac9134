package orders.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the platform's description says of this application, read from its client folder: {@code client.properties} is
 * how to reach the brokers and as whom, {@code application.json} is what it produces and consumes. No topic name and no
 * limit is written in a service.
 */
public record Configuration(Application application, Properties client) {

    public record Application(
            String application, List<String> produces, Map<String, Subscription> consumes, String transactionalIdPrefix) {
        public Application {
            produces = produces == null ? List.of() : produces;
            consumes = consumes == null ? Map.of() : consumes;
        }
    }

    /** A consumed topic. Without a dead letter, a record that cannot be processed ends the service. */
    public record Subscription(String group, DeadLetter deadLetter) {}

    /** After {@code attempts} tries, {@code backoffMs} apart, the record goes to {@code topic}. */
    public record DeadLetter(String topic, int attempts, long backoffMs) {}

    public static Configuration load(Path folder) throws IOException {
        var json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        var application = json.readValue(folder.resolve("application.json").toFile(), Application.class);
        var client = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("client.properties"))) {
            client.load(reader);
        }
        return new Configuration(application, client);
    }

    /** The topic that this application produces its events to, dead letters aside. */
    public String produced() {
        var deadLetters = application.consumes().values().stream()
                .filter(subscription -> subscription.deadLetter() != null)
                .map(subscription -> subscription.deadLetter().topic())
                .collect(Collectors.toSet());
        return only("topic it produces to",
                application.produces().stream().filter(topic -> !deadLetters.contains(topic)).collect(Collectors.toSet()));
    }

    /** The consumer group of everything that this application consumes. */
    public String group() {
        return only("consumer group",
                application.consumes().values().stream().map(Subscription::group).collect(Collectors.toSet()));
    }

    public Properties forProducer() {
        var properties = copy("key.serializer", "value.serializer", "ByteArraySerializer");
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        if (application.transactionalIdPrefix() == null) properties.remove("transactional.id");
        else properties.put("transactional.id", application.transactionalIdPrefix() + instance());
        return properties;
    }

    public Properties forConsumer() {
        var properties = copy("key.deserializer", "value.deserializer", "ByteArrayDeserializer");
        properties.put("group.id", group());
        properties.put("enable.auto.commit", "false");
        properties.putIfAbsent("isolation.level", "read_committed");
        properties.putIfAbsent("auto.offset.reset", "earliest");
        return properties;
    }

    /** Each running copy needs its own transactional id, and the same one after a restart: a StatefulSet's ordinal. */
    private static String instance() {
        return System.getenv().getOrDefault("INSTANCE", "0");
    }

    private Properties copy(String key, String value, String serialization) {
        var properties = new Properties();
        properties.putAll(client);
        properties.put(key, "org.apache.kafka.common.serialization." + serialization);
        properties.put(value, "org.apache.kafka.common.serialization." + serialization);
        return properties;
    }

    private String only(String what, Set<String> values) {
        if (values.size() == 1) return values.iterator().next();
        throw new IllegalStateException("application.json of '%s' must name one %s, it names %s"
                .formatted(application.application(), what, values));
    }
}
