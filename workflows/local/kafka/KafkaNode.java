import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A Kafka node that formats its storage before its first start: one start of a JVM instead of two.
 * The administrator's password comes from a file and goes to Kafka's StorageTool inside this process, so it is never an
 * argument that others can list; what the tool prints holds the salted password, so it is not passed on.
 */
public final class KafkaNode {

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: KafkaNode <server.properties> <cluster id> <administrator> <password file>");
            System.exit(2);
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties")))
            format(arguments[0], arguments[1], arguments[2], Files.readString(Path.of(arguments[3])));
        kafka.Kafka.main(new String[] {arguments[0]});
    }

    private static void format(String serverProperties, String clusterId, String administrator, String password) {
        var scram = "SCRAM-SHA-512=[name=%s,password=%s]".formatted(administrator, password);
        var withheld = new PrintStream(new ByteArrayOutputStream());
        var code = kafka.tools.StorageTool.execute(
                new String[] {"format", "--config", serverProperties, "--cluster-id", clusterId, "--add-scram", scram}, withheld);
        if (code != 0) throw new IllegalStateException("StorageTool format ended with code " + code);
    }
}
