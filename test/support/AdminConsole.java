import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An administrator of several clusters who is told what to do a line at a time: a Java program for each question would
 * cost two seconds. Arguments: name=client.properties of each cluster. A command: its number, the cluster, a verb and
 * its words, separated by tabs. An answer: the number, "ok" or "error", and words.
 */
public final class AdminConsole {
  private final Admin admin;
  private final KafkaProducer<String, String> producer;
  private final Properties properties = new Properties();

  private AdminConsole(Path clientFile) throws IOException {
    try (var reader = Files.newBufferedReader(clientFile)) {
      properties.load(reader);
    }
    admin = Admin.create(properties);
    producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, AdminConsole> clusters = new TreeMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      clusters.put(parts[0], new AdminConsole(Path.of(parts[1])));
    }
    System.out.println("ready");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = input.readLine()) != null; ) {
      List<String> words = Arrays.asList(line.split("\t"));
      String answer;
      try {
        answer = "ok\t" + clusters.get(words.get(1)).run(words.get(2), words.subList(3, words.size()));
      } catch (Exception error) {
        answer = "error\t" + error;
      }
      System.out.println(words.get(0) + "\t" + answer);
    }
    System.exit(0);
  }

  private String run(String verb, List<String> words) throws Exception {
    return switch (verb) {
      case "grant" -> done(() -> admin.createAcls(List.of(acl(words))).all().get());
      case "withdraw" -> done(() -> admin.deleteAcls(List.of(acl(words).toFilter())).all().get());
      case "acls" -> String.join("\t", acls());
      case "produce" -> produce(words.get(0), Integer.parseInt(words.get(1)));
      case "send" -> done(() -> producer.send(new ProducerRecord<>(words.get(0), words.get(1), words.get(2))).get());
      case "read" -> String.join("\t", read(words.get(0)));
      case "abort" -> done(() -> abort(words.get(0), words.get(1)));
      case "commit" -> commit(words.get(0), words.get(1), Long.parseLong(words.get(2)));
      case "records" -> String.valueOf(records(words.get(0)));
      case "offsets" -> offsets(words.get(0));
      case "topics" -> String.join("\t", new TreeSet<>(admin.listTopics().names().get()));
      case "partitions" -> String.valueOf(partitions(words.get(0)));
      case "grow" -> done(() -> grow(words.get(0), Integer.parseInt(words.get(1))));
      case "configuration" -> configuration(words.get(0), words.get(1));
      case "configure" -> done(() -> configure(words.get(0), words.get(1), words.get(2)));
      case "create" -> done(() -> create(words.get(0), words.subList(1, words.size())));
      case "user" -> done(() -> user(words.get(0), words.get(1)));
      case "delete-topics" -> done(() -> admin.deleteTopics(words).all().get());
      case "delete-group" -> done(() -> deleteGroup(words.get(0)));
      default -> throw new IllegalArgumentException("no verb '" + verb + "'");
    };
  }

  /** Words: resource type, resource name, operation, principal, pattern type. */
  private static AclBinding acl(List<String> words) {
    return new AclBinding(
        new ResourcePattern(ResourceType.fromString(snake(words.get(0))), words.get(1), PatternType.fromString(snake(words.get(4)))),
        new AccessControlEntry(
            words.get(3), "*", AclOperation.fromString(snake(words.get(2))), AclPermissionType.ALLOW));
  }

  /** As Kafka's own tool writes them: the resource, then who may do what with it. */
  private List<String> acls() throws Exception {
    return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
        .map(acl -> (acl.pattern() + ", " + acl.entry()).replaceAll("ResourcePattern|[()]", ""))
        .sorted()
        .toList();
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase();
  }

  private String produce(String topic, int count) throws Exception {
    var sent = new ArrayList<java.util.concurrent.Future<?>>();
    for (int at = 0; at < count; at++) sent.add(producer.send(new ProducerRecord<>(topic, 0, "key", "record " + at)));
    for (var one : sent) one.get();
    return "";
  }

  /** The value of each record that there is, partition by partition; `null` of a tombstone. */
  private List<String> read(String topic) throws Exception {
    Properties reading = new Properties();
    reading.putAll(properties);
    List<String> values = new ArrayList<>();
    try (var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int at = 0; at < partitions(topic); at++) partitions.add(new TopicPartition(topic, at));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one)))
        for (var record : consumer.poll(Duration.ofMillis(200))) values.add(String.valueOf(record.value()));
    }
    return values;
  }

  /** A record of a transaction that is aborted: it is in the log and was never said. */
  private void abort(String topic, String value) throws Exception {
    Properties transactional = new Properties();
    transactional.putAll(properties);
    transactional.put("transactional.id", "admin-console");
    try (var aborting = new KafkaProducer<>(transactional, new StringSerializer(), new StringSerializer())) {
      aborting.initTransactions();
      aborting.beginTransaction();
      aborting.send(new ProducerRecord<>(topic, 0, "key", value)).get();
      aborting.abortTransaction();
    }
  }

  /** The first partition's offset of a group without members. */
  private String commit(String group, String topic, long offset) throws Exception {
    admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset))).all().get();
    return "";
  }

  /** How many records a topic has had; -1 where there is none. */
  private long records(String topic) throws Exception {
    long sum = 0;
    int partitions = partitions(topic);
    if (partitions < 0) return -1;
    for (int at = 0; at < partitions; at++) {
      TopicPartition partition = new TopicPartition(topic, at);
      sum += admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get().offset();
    }
    return sum;
  }

  private String offsets(String group) throws Exception {
    try {
      var committed = new TreeMap<String, Long>();
      admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()
          .forEach((partition, at) -> committed.put(partition.toString(), at.offset()));
      return String.join("\t", committed.entrySet().stream().map(Object::toString).toList());
    } catch (ExecutionException error) {
      if (error.getCause() instanceof GroupIdNotFoundException) return "";
      throw error;
    }
  }

  private int partitions(String topic) throws Exception {
    try {
      return admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic).partitions().size();
    } catch (ExecutionException error) {
      if (error.getCause() instanceof UnknownTopicOrPartitionException) return -1;
      throw error;
    }
  }

  /** A topic of one partition with settings, each as key=value. */
  private void create(String topic, List<String> settings) throws Exception {
    Map<String, String> configs = new TreeMap<>();
    for (String setting : settings) configs.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(configs))).all().get();
  }

  private void user(String name, String password) throws Exception {
    var how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, how, password))).all().get();
  }

  private void grow(String topic, int partitions) throws Exception {
    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all().get();
  }

  private String configuration(String topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key).value();
  }

  private void configure(String topic, String key, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var operation = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(operation))).all().get();
  }

  private void deleteGroup(String group) throws Exception {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException error) {
      if (!(error.getCause() instanceof GroupIdNotFoundException)) throw error;
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static String done(Step step) throws Exception {
    step.run();
    return "";
  }
}
