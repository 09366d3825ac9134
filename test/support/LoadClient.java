import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Applications under load that count every error which they see. Arguments: the topic, then name=client.properties of
 * each application, which writes numbers to the topic and reads them back, and opens a connection every 200 ms: by turns
 * with what it knew when it was started, and with what its file says now, as a pod that starts in this moment. Commands
 * on stdin: "reload NAME" restarts an application by its file; "report" answers a line of JSON with what was counted;
 * "finish" stops writing, reads what is left, and answers such a line. Each answer begins with the command.
 */
public final class LoadClient {
  private static final long BETWEEN_RECORDS_MS = 10;
  private static final long BETWEEN_CONNECTIONS_MS = 200;

  public static void main(String[] arguments) throws Exception {
    Map<String, Member> members = new TreeMap<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      String[] parts = argument.split("=", 2);
      members.put(parts[0], new Member(parts[0], arguments[0], Path.of(parts[1])));
    }
    for (Member member : members.values()) member.start();
    for (Member member : members.values()) member.started.await();
    System.out.println("ready");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = input.readLine()) != null; ) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "reload" -> {
          members.get(words[1]).reload();
          System.out.println(line);
        }
        case "report" -> System.out.println("report " + report(members));
        case "finish" -> {
          for (Member member : members.values()) member.finish();
          System.out.println("finish " + report(members));
        }
        default -> System.out.println("unknown " + line);
      }
    }
    System.exit(0);
  }

  private static String report(Map<String, Member> members) {
    List<String> fields = new ArrayList<>();
    members.forEach((name, member) -> fields.add(quoted(name) + ":" + member.report()));
    return "{" + String.join(",", fields) + "}";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
  }

  /** One application. */
  private static final class Member {
    final CountDownLatch started = new CountDownLatch(2);
    private final String name;
    private final String topic;
    private final Path file;
    private volatile Map<String, Object> settings;
    private volatile boolean writing = true;
    private volatile boolean reading = true;
    private volatile CountDownLatch writerReloads;
    private volatile CountDownLatch readerReloads;
    private Thread writer;
    private Thread reader;
    private Thread opener;

    private long sequence;
    private long opened;
    private long failedAuthentications;
    private long failedSends;
    private long redelivered;
    private final Set<Long> acknowledged = new HashSet<>();
    /** By number, the places in the log where it was read. */
    private final Map<Long, Set<String>> read = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private long errorCount;
    private final Map<Object, Double> counted = new HashMap<>();

    Member(String name, String topic, Path file) throws IOException {
      this.name = name;
      this.topic = topic;
      this.file = file;
      this.settings = load();
    }

    void start() {
      writer = begin("writer", this::write);
      reader = begin("reader", this::read);
      opener = begin("opener", this::open);
    }

    private Thread begin(String what, Runnable work) {
      Thread thread = new Thread(work, name + " " + what);
      thread.start();
      return thread;
    }

    /** As its restart: what it was told at its start it reads anew. */
    void reload() throws Exception {
      settings = load();
      CountDownLatch writes = writerReloads = new CountDownLatch(1);
      CountDownLatch reads = readerReloads = new CountDownLatch(1);
      if (!writes.await(60, TimeUnit.SECONDS) | !reads.await(60, TimeUnit.SECONDS)) failed("reload", "not within 60 s");
    }

    void finish() throws InterruptedException {
      writing = false;
      writer.join();
      opener.join();
      for (int waited = 0; waited < 300 && lost() > 0; waited++) Thread.sleep(100);
      reading = false;
      reader.join();
    }

    synchronized String report() {
      List<String> said = new ArrayList<>();
      for (String error : errors) said.add(quoted(error));
      long twice = read.values().stream().filter(places -> places.size() > 1).count();
      return String.format(
          "{\"acknowledged\":%d,\"read\":%d,\"lost\":%d,\"writtenTwice\":%d,\"redelivered\":%d,\"failedSends\":%d,"
              + "\"opened\":%d,\"failedAuthentications\":%d,\"errors\":%d,\"messages\":[%s]}",
          acknowledged.size(), read.size(), lost(), twice, redelivered, failedSends, opened, failedAuthentications,
          errorCount, String.join(",", said));
    }

    private synchronized long lost() {
      return acknowledged.stream().filter(number -> !read.containsKey(number)).count();
    }

    private void write() {
      KafkaProducer<String, Long> producer = producer();
      while (writing) {
        CountDownLatch wanted = writerReloads;
        if (wanted != null) {
          count(producer, producer.metrics());
          producer.close();
          producer = producer();
          writerReloads = null;
          wanted.countDown();
        }
        try {
          long number = sequence++;
          producer.send(new ProducerRecord<>(topic, name, number), (metadata, error) -> acknowledge(number, error));
          Thread.sleep(BETWEEN_RECORDS_MS);
        } catch (Exception error) {
          failed("send", error);
        }
        if (sequence % 100 == 0) count(producer, producer.metrics());
      }
      producer.close();
      count(producer, producer.metrics());
    }

    private synchronized void acknowledge(long number, Exception error) {
      if (error == null) {
        acknowledged.add(number);
        started.countDown();
      } else {
        failedSends++;
        failed("send", error);
      }
    }

    private void read() {
      KafkaConsumer<String, Long> consumer = consumer();
      boolean first = true;
      while (reading) {
        CountDownLatch wanted = readerReloads;
        if (wanted != null) {
          count(consumer, consumer.metrics());
          consumer.close();
          consumer = consumer();
          readerReloads = null;
          wanted.countDown();
        }
        try {
          var records = consumer.poll(Duration.ofMillis(200));
          synchronized (this) {
            for (var record : records) {
              if (!name.equals(record.key())) continue;
              var places = read.computeIfAbsent(record.value(), number -> new HashSet<>());
              if (!places.add(record.partition() + "/" + record.offset())) redelivered++;
            }
          }
          if (!records.isEmpty()) {
            consumer.commitSync();
            if (first) started.countDown();
            first = false;
          }
        } catch (WakeupException ignored) {
          // Nobody wakes it.
        } catch (Exception error) {
          failed("poll", error);
          pause();
        }
        count(consumer, consumer.metrics());
      }
      consumer.close();
      count(consumer, consumer.metrics());
    }

    private void open() {
      for (boolean anew = false; writing; anew = !anew) {
        try {
          Map<String, Object> told = new HashMap<>(anew ? load() : settings);
          told.keySet().retainAll(AdminClientConfig.configNames());
          told.put(AdminClientConfig.CLIENT_ID_CONFIG, name + "-opener");
          told.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
          try (Admin admin = Admin.create(told)) {
            admin.describeCluster().nodes().get();
            count(admin, admin.metrics());
          }
          synchronized (this) {
            opened++;
          }
          Thread.sleep(BETWEEN_CONNECTIONS_MS);
        } catch (ExecutionException error) {
          failed(anew ? "connect by the file" : "connect as started", error.getCause());
          pause();
        } catch (Exception error) {
          failed("connect", error);
          pause();
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(BETWEEN_CONNECTIONS_MS);
      } catch (InterruptedException error) {
        Thread.currentThread().interrupt();
      }
    }

    private KafkaProducer<String, Long> producer() {
      Map<String, Object> told = new HashMap<>(settings);
      told.keySet().retainAll(ProducerConfig.configNames());
      told.put(ProducerConfig.ACKS_CONFIG, "all");
      told.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      return new KafkaProducer<>(told, new StringSerializer(), new LongSerializer());
    }

    private KafkaConsumer<String, Long> consumer() {
      Map<String, Object> told = new HashMap<>(settings);
      told.keySet().retainAll(ConsumerConfig.configNames());
      told.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, name);
      told.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      told.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
      KafkaConsumer<String, Long> consumer = new KafkaConsumer<>(told, new StringDeserializer(), new LongDeserializer());
      consumer.subscribe(List.of(topic));
      return consumer;
    }

    /** Failed handshakes and logins that a client retries without telling anybody are in its metrics. */
    private synchronized void count(Object client, Map<MetricName, ? extends Metric> metrics) {
      metrics.forEach((metric, value) -> {
        if (!metric.name().equals("failed-authentication-total") || metric.tags().containsKey("node-id")) return;
        double now = ((Number) value.metricValue()).doubleValue();
        double before = counted.getOrDefault(client, 0.0);
        if (now > before) {
          failedAuthentications += Math.round(now - before);
          counted.put(client, now);
        }
      });
    }

    private void failed(String what, Throwable error) {
      Throwable cause = error;
      while (cause.getCause() != null) cause = cause.getCause();
      failed(what, error.getClass().getSimpleName() + ": " + error.getMessage() + (cause == error ? "" : ": " + cause.getMessage()));
    }

    private synchronized void failed(String what, String why) {
      errorCount++;
      if (errors.size() < 20) errors.add(what + ": " + why);
    }

    /** The file's settings; what stands in PEM files is read now, and not when a connection is made. */
    private Map<String, Object> load() throws IOException {
      Properties said = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        said.load(reader);
      }
      Map<String, Object> all = new HashMap<>();
      said.forEach((key, value) -> all.put((String) key, value));
      inline(all, "ssl.truststore", Map.of("ssl.truststore.certificates", "CERTIFICATE"));
      inline(all, "ssl.keystore", Map.of("ssl.keystore.key", "PRIVATE KEY", "ssl.keystore.certificate.chain", "CERTIFICATE"));
      return all;
    }

    private static void inline(Map<String, Object> settings, String store, Map<String, String> parts) throws IOException {
      if (!"PEM".equals(settings.get(store + ".type")) || !settings.containsKey(store + ".location")) return;
      String pem = Files.readString(Path.of((String) settings.remove(store + ".location")));
      parts.forEach((setting, kind) -> {
        StringBuilder text = new StringBuilder();
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        for (int at = pem.indexOf(begin); at >= 0; at = pem.indexOf(begin, at + 1))
          text.append(pem, at, pem.indexOf(end, at) + end.length()).append('\n');
        settings.put(setting, text.toString());
      });
    }
  }
}
