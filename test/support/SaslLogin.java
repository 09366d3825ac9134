import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.serialization.StringSerializer;

/** Prints what Kafka's own client would log in with, by a client file: the module's class, then its options, sorted. */
final class SaslLogin {
  public static void main(String[] arguments) throws Exception {
    Properties file = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      file.load(reader);
    }
    Map<String, Object> said = new HashMap<>();
    file.forEach((key, value) -> said.put((String) key, value));
    said.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    said.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    // References to mounted files are resolved here, as when a producer is made.
    ProducerConfig config = new ProducerConfig(said);
    for (var entry : JaasContext.loadClientContext(config.values()).configurationEntries()) {
      System.out.println(entry.getLoginModuleName());
      entry.getOptions().entrySet().stream()
          .map(option -> option.getKey() + "=" + option.getValue())
          .sorted()
          .forEach(System.out::println);
    }
    System.out.println(config.getList(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
  }
}
