import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.*;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.*;
import org.apache.kafka.common.resource.*;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One principal, for as long as the matrix is asked: its AdminClient, consumer and producer stay connected, and every cell
 * is a call that programs make. Unlike AccessProbe, which leaves no trace because it is run beside real records, this one
 * writes, fences and reads what is really there; so "allowed" is that the call did what it is for.
 * Three operations no client of Kafka asks for as such: {@link RawRequests} does.
 *
 * <p>A line of stdin is a list of words that tabs part: a number, a verb, its words. `ask` takes cells, three words each
 * (resource type, name, operation), and answers `allowed`, `denied` or `failed` and why for each of them.
 */
public final class AccessClients {
    /** No cell takes a second on an idle machine; a busy one must not turn a refusal into a time-out. */
    private static final int SECONDS = 90;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Properties properties = new Properties();
    private final Admin admin;
    private final RawRequests raw;
    private KafkaConsumer<String, String> consumer;
    private KafkaProducer<String, String> plain;
    private KafkaProducer<String, String> idempotent;

    private AccessClients(Path client) throws Exception {
        try (Reader reader = Files.newBufferedReader(client)) {
            properties.load(reader);
        }
        properties.put("client.id", "access-matrix");
        properties.put("default.api.timeout.ms", "80000");
        properties.put("request.timeout.ms", "40000");
        properties.put("max.block.ms", "80000");
        properties.put("delivery.timeout.ms", "80000");
        // Metadata of every topic is asked for anew, and a topic that is refused is asked for again after this.
        properties.put("retry.backoff.ms", "5");
        properties.put("retry.backoff.max.ms", "50");
        properties.put("fetch.max.wait.ms", "50");
        admin = Admin.create(properties);
        raw = new RawRequests(properties);
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, UTF_8);
        System.setOut(System.err); // a log line must not be taken for an answer
        var clients = new AccessClients(Path.of(arguments[0]));
        var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line; (line = input.readLine()) != null; ) {
            List<String> words = Arrays.asList(line.split("\t"));
            String answer;
            try {
                if (words.get(1).equals("sign-in")) clients = clients.replaced(Path.of(words.get(2)));
                var told = words.get(1).equals("sign-in") ? 0 : clients.run(words.get(1), words.subList(2, words.size()));
                answer = "ok\t" + JSON.writeValueAsString(told);
            } catch (Exception error) {
                answer = "error\t" + JSON.writeValueAsString(String.valueOf(cause(error)));
            }
            out.println(words.get(0) + "\t" + answer);
        }
        System.exit(0);
    }

    /** The same principal with another credential: on connections of its own, and none of those before stays. */
    private AccessClients replaced(Path client) throws Exception {
        admin.close(Duration.ZERO);
        raw.close();
        if (consumer != null) consumer.close(Duration.ZERO);
        for (var producer : Arrays.asList(plain, idempotent)) if (producer != null) producer.close(Duration.ZERO);
        return new AccessClients(client);
    }

    private Object run(String verb, List<String> words) throws Exception {
        return switch (verb) {
            case "ask" -> ask(words);
            case "topics" -> topics(words);
            case "groups" -> groups(words);
            case "ids" -> ids(words);
            case "acls" -> acls();
            case "add" -> admin.createAcls(List.of(acl(words))).all().get(SECONDS, TimeUnit.SECONDS);
            case "drop" -> admin.deleteAcls(List.of(acl(words).toFilter())).all().get(SECONDS, TimeUnit.SECONDS).size();
            default -> throw new IllegalArgumentException("no verb '" + verb + "'");
        };
    }

    /** What the AdminClient can ask is asked at once; a consumer and a producer take one topic after the other. */
    private List<List<String>> ask(List<String> words) throws Exception {
        var waiting = new ArrayList<Answer>();
        for (int at = 0; at < words.size(); at += 3)
            waiting.add(call(words.get(at), words.get(at + 1), words.get(at + 2)));
        var answers = new ArrayList<List<String>>();
        for (var answer : waiting) answers.add(outcome(answer));
        return answers;
    }

    private interface Answer {
        void get() throws Exception;
    }

    /** A call that was made, and what it may be told once it was authorized. */
    private static Answer of(Future<?> future, Class<?>... afterwards) {
        return () -> {
            try {
                future.get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException error) {
                if (Arrays.stream(afterwards).noneMatch(one -> one.isInstance(cause(error)))) throw error;
            }
        };
    }

    private static List<String> outcome(Answer answer) {
        try {
            answer.get();
            return List.of("allowed", "");
        } catch (Exception error) {
            var cause = cause(error);
            return List.of(refusal(cause) == null ? "failed" : "denied", String.valueOf(cause));
        }
    }

    /** The authorization error behind an error. */
    private static AuthorizationException refusal(Throwable error) {
        for (var one = error; one != null; one = one.getCause())
            if (one instanceof AuthorizationException refusal) return refusal;
        return null;
    }

    private static Throwable cause(Throwable error) {
        return error instanceof ExecutionException && error.getCause() != null ? error.getCause() : error;
    }

    private Answer call(String type, String name, String operation) {
        return switch (type) {
            case "Topic" -> topic(name, operation);
            case "Group" -> group(name, operation);
            case "TransactionalId" -> transactionalId(name, operation);
            case "Cluster" -> cluster(operation);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private Answer topic(String name, String operation) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var partition = new TopicPartition(name, 0);
        return switch (operation) {
            case "Describe" -> of(admin.describeTopics(List.of(name)).allTopicNames());
            case "Read" -> () -> read(partition);
            case "Write" -> () -> write(name);
            case "Create" -> of(admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)), new CreateTopicsOptions().validateOnly(true)).all(), TopicExistsException.class);
            case "Delete" -> of(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(0))).all(), PolicyViolationException.class); // of a compacted topic
            case "Alter" -> of(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(99)), new CreatePartitionsOptions().validateOnly(true)).all());
            case "DescribeConfigs" -> of(admin.describeConfigs(List.of(resource)).all());
            case "AlterConfigs" -> of(alterConfigs(resource, "retention.ms", "604800000"));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Answer group(String name, String operation) {
        var resource = new ConfigResource(ConfigResource.Type.GROUP, name);
        var member = new MemberToRemove("nobody");
        return switch (operation) {
            case "Describe" -> of(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
            // A member leaves: the only call that asks for the group and for no topic. Nobody is called so.
            case "Read" -> of(admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions(Set.of(member))).memberResult(member), UnknownMemberIdException.class);
            case "Delete" -> of(admin.deleteConsumerGroupOffsets(name, Set.of()).all());
            case "DescribeConfigs" -> of(admin.describeConfigs(List.of(resource)).all());
            case "AlterConfigs" -> of(alterConfigs(resource, "consumer.session.timeout.ms", "45000"));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Answer transactionalId(String name, String operation) {
        return switch (operation) {
            case "Describe" -> of(admin.describeTransactions(List.of(name)).all());
            case "Write" -> of(admin.fenceProducers(List.of(name)).all());
            case "TwoPhaseCommit" -> () -> raw.beginsTwoPhaseCommit(name);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Answer cluster(String operation) {
        var brokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        var nobodys = "access-matrix-" + UUID.randomUUID();
        return switch (operation) {
            case "Describe" -> of(admin.describeAcls(AclBindingFilter.ANY).values());
            case "Create" -> of(admin.createTopics(List.of(new NewTopic(nobodys, 1, (short) 1)), new CreateTopicsOptions().validateOnly(true)).all());
            case "Alter" -> of(admin.deleteAcls(List.of(acl(List.of("Topic", nobodys, "LITERAL", "Read", "User:nobody", "*", "ALLOW")).toFilter())).all());
            case "DescribeConfigs" -> of(admin.describeConfigs(List.of(brokers)).all());
            case "AlterConfigs" -> of(alterConfigs(brokers, "log.retention.ms", "604800000"));
            case "ClusterAction" -> () -> raw.fetchesAsBroker("nobodys.topic");
            case "IdempotentWrite" -> raw::getsProducerId;
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Future<?> alterConfigs(ConfigResource resource, String key, String value) {
        var set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        return admin.incrementalAlterConfigs(Map.of(resource, List.of(set)), new AlterConfigsOptions().validateOnly(true)).all();
    }

    /** Until a record is there: every topic of the matrix has one. */
    private void read(TopicPartition partition) {
        if (consumer == null) {
            var reading = copy();
            reading.put("max.poll.records", "1");
            consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
        }
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (consumer.poll(Duration.ofMillis(500)).isEmpty())
                if (System.nanoTime() > until) throw new TimeoutException("no record arrives");
        } finally {
            consumer.unsubscribe();
        }
    }

    /**
     * Acknowledged, and where it may, once more as programs do by default: idempotently. Who may write nothing gets no
     * producer id, of which another cell tells, and each refusal would cost a producer of that kind.
     */
    private void write(String topic) throws Exception {
        if (plain == null) plain = producer(false);
        send(plain, topic);
        if (idempotent == null) idempotent = producer(true);
        try {
            send(idempotent, topic);
        } catch (ExecutionException | KafkaException error) {
            idempotent.close(Duration.ZERO); // of no use any more, should it have got no id
            idempotent = null;
            throw error;
        }
    }

    private static void send(KafkaProducer<String, String> producer, String topic) throws Exception {
        producer.send(new ProducerRecord<>(topic, 0, "matrix", "a record")).get(SECONDS, TimeUnit.SECONDS);
    }

    private KafkaProducer<String, String> producer(boolean isIdempotent) {
        var writing = copy();
        writing.put("enable.idempotence", String.valueOf(isIdempotent));
        return new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer());
    }

    private Properties copy() {
        var copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** Makes the topics that are not there, and gives each that is named a record that can be read. */
    private int topics(List<String> names) throws Exception {
        var there = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
        var missing = names.stream().filter(name -> !there.contains(name)).map(name -> new NewTopic(name, 1, (short) 1)).toList();
        admin.createTopics(missing).all().get(SECONDS, TimeUnit.SECONDS);
        for (var name : names) write(name);
        return missing.size();
    }

    /** Groups that have an offset of a topic. */
    private int groups(List<String> words) throws Exception {
        var offset = Map.of(new TopicPartition(words.get(0), 0), new OffsetAndMetadata(0));
        for (var group : words.subList(1, words.size()))
            admin.alterConsumerGroupOffsets(group, offset).all().get(SECONDS, TimeUnit.SECONDS);
        return words.size() - 1;
    }

    /** Transactional ids that a producer had. */
    private int ids(List<String> words) throws Exception {
        for (var id : words) {
            var transactional = copy();
            transactional.put("transactional.id", id);
            try (var first = new KafkaProducer<>(transactional, new StringSerializer(), new StringSerializer())) {
                first.initTransactions();
            }
        }
        return words.size();
    }

    private List<List<String>> acls() throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get(SECONDS, TimeUnit.SECONDS).stream()
                .map(acl -> List.of(
                        camel(acl.pattern().resourceType().name()), acl.pattern().name(), acl.pattern().patternType().name(),
                        camel(acl.entry().operation().name()), acl.entry().principal(), acl.entry().host(),
                        acl.entry().permissionType().name()))
                .toList();
    }

    /** Words: resource type, name, pattern type, operation, principal, host, permission. */
    private static AclBinding acl(List<String> words) {
        return new AclBinding(
                new ResourcePattern(ResourceType.fromString(snake(words.get(0))), words.get(1), PatternType.fromString(words.get(2))),
                new AccessControlEntry(words.get(4), words.get(5), AclOperation.fromString(snake(words.get(3))),
                        AclPermissionType.fromString(words.get(6))));
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase();
    }

    /** `DESCRIBE_CONFIGS` as Kafka's documentation writes it: `DescribeConfigs`. */
    private static String camel(String snake) {
        var words = new StringBuilder();
        for (var word : snake.split("_")) words.append(word.charAt(0)).append(word.substring(1).toLowerCase());
        return words.toString();
    }
}
