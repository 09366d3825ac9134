import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.apache.kafka.common.protocol.Errors.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.message.CreatePartitionsRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.DeleteAclsRequestData;
import org.apache.kafka.common.message.DeleteRecordsRequestData;
import org.apache.kafka.common.message.DescribeConfigsRequestData;
import org.apache.kafka.common.message.DescribeGroupsRequestData;
import org.apache.kafka.common.message.DescribeTransactionsRequestData;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.OffsetDeleteRequestData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.*;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Asks the brokers, as each application and with that application's own credential, what it may do. Every probe is the
 * request that the operation itself uses, sent over an authenticated connection, and none can leave a trace, whatever
 * the answer: brokers authorize a request before they look at what it asks for, so the request asks for something that
 * is refused afterwards. "Denied" is an authorization error; "allowed" is exactly the refusal (or the dry run's success)
 * that comes after the authorization; everything else is "failed" and says nothing about access.
 *
 * <pre>
 * resource         operation        request                                      allowed when the broker says
 * Topic            Describe         Metadata, without topic creation             none, or unknown topic
 *                  Read             Fetch from partition 2147483647              unknown partition
 *                  Write            Produce to partition 2147483647              unknown partition
 *                  Delete           DeleteRecords of partition 2147483647        unknown partition
 *                  Create           CreateTopics, validate only                  exists already, or none
 *                  Alter            CreatePartitions, validate only, to 1        invalid partitions, or unknown topic
 *                  DescribeConfigs  DescribeConfigs                              none, or unknown topic
 *                  AlterConfigs     IncrementalAlterConfigs, validate only       none, or unknown topic
 * Group            Describe         DescribeGroups                               none, or another broker has the group
 *                  Read             Heartbeat of a member that does not exist    unknown member, or another broker …
 *                  Delete           OffsetDelete of no topic                     none, no such group, or another broker …
 * TransactionalId  Describe         DescribeTransactions                         none, not found, or another broker …
 *                  Write            EndTxn (abort) of a producer id that does    other producer id, or another broker …
 *                                   not exist: fences nobody
 * Cluster          Describe         DescribeAcls                                 none
 *                  Create           CreateTopics of a random name, validate only none
 *                  Alter            DeleteAcls of a random principal's ACL       none
 *                  DescribeConfigs  DescribeConfigs of the brokers' defaults     none
 *                  AlterConfigs     IncrementalAlterConfigs of the brokers'      none
 *                                   defaults, validate only
 * </pre>
 *
 * The public clients cannot ask most of this: a producer waits for a partition that does not exist, and
 * initTransactions fences the producer that is running. So this uses Kafka's own network client and request classes,
 * which are internal: it is compiled against the jars that it runs with.
 *
 * <p>Reads a JSON list of {@link Request} from the file given, or from standard input; prints a {@link Result} per line.
 */
public final class AccessProbe {

    record Request(String application, String clientFile, List<String> topics, List<String> groups, List<String> transactionalIds) {}

    record Result(String application, String resourceType, String resourceName, String operation, String outcome, String detail) {}

    /** A request that does nothing, and the answers that come only after it was authorized. */
    record Probe(String resourceType, String resourceName, String operation, AbstractRequest.Builder<?> request, Set<Errors> allowed) {}

    private static final int NO_PARTITION = Integer.MAX_VALUE;
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final long APPLICATION_TIMEOUT_MS = 30_000;
    private static final int CONCURRENT_APPLICATIONS = 4;

    private static final Set<Errors> DENIED = EnumSet.of(TOPIC_AUTHORIZATION_FAILED, GROUP_AUTHORIZATION_FAILED,
            TRANSACTIONAL_ID_AUTHORIZATION_FAILED, CLUSTER_AUTHORIZATION_FAILED);
    private static final Set<Errors> ELSEWHERE =
            EnumSet.of(NOT_COORDINATOR, COORDINATOR_NOT_AVAILABLE, COORDINATOR_LOAD_IN_PROGRESS);

    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        var requests = read(arguments);
        var out = new PrintStream(System.out, false, UTF_8);
        System.setOut(System.err); // a log line must not be taken for a result
        var pool = Executors.newFixedThreadPool(CONCURRENT_APPLICATIONS);
        var running = requests.stream().map(request -> pool.submit(() -> run(request))).toList();
        for (var results : running) for (var result : results.get()) out.println(JSON.writeValueAsString(result));
        pool.shutdown();
        out.flush();
    }

    private static List<Request> read(String[] arguments) throws IOException {
        var type = JSON.getTypeFactory().constructCollectionType(List.class, Request.class);
        return arguments.length == 0
                ? JSON.readValue(System.in, type)
                : JSON.readValue(Path.of(arguments[0]).toFile(), type);
    }

    private static List<Result> run(Request request) {
        var probes = probes(request);
        try (var connection = new Connection(request)) {
            return probes.stream().map(probe -> connection.ask(request.application(), probe)).toList();
        } catch (IOException | KafkaException unusable) {
            return probes.stream().map(probe -> result(request.application(), probe, "failed", unusable.toString())).toList();
        }
    }

    private static List<Probe> probes(Request request) {
        var probes = new ArrayList<Probe>();
        request.topics().forEach(topic -> probes.addAll(topic(topic)));
        request.groups().forEach(group -> probes.addAll(group(group)));
        request.transactionalIds().forEach(id -> probes.addAll(transactionalId(id)));
        probes.addAll(cluster());
        return probes;
    }

    private static List<Probe> topic(String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var unknown = EnumSet.of(UNKNOWN_TOPIC_OR_PARTITION);
        var found = EnumSet.of(NONE, UNKNOWN_TOPIC_OR_PARTITION); // a topic may be asked for that is not there
        return List.of(
                new Probe("Topic", name, "Describe", new MetadataRequest.Builder(List.of(name), false), found),
                new Probe("Topic", name, "Read", fetch(name), unknown),
                new Probe("Topic", name, "Write", produce(name), unknown),
                new Probe("Topic", name, "Delete", deleteRecords(name), unknown),
                new Probe("Topic", name, "Create", createTopic(name), EnumSet.of(NONE, TOPIC_ALREADY_EXISTS)),
                new Probe("Topic", name, "Alter", createPartitions(name), EnumSet.of(INVALID_PARTITIONS, UNKNOWN_TOPIC_OR_PARTITION)),
                new Probe("Topic", name, "DescribeConfigs", describeConfigs(resource), found),
                new Probe("Topic", name, "AlterConfigs", alterConfigs(resource, "retention.ms"), found));
    }

    private static List<Probe> group(String id) {
        var describe = new DescribeGroupsRequest.Builder(new DescribeGroupsRequestData().setGroups(List.of(id)));
        var heartbeat = new HeartbeatRequest.Builder(
                new HeartbeatRequestData().setGroupId(id).setMemberId("access-probe").setGenerationId(0));
        var delete = new OffsetDeleteRequest.Builder(new OffsetDeleteRequestData().setGroupId(id));
        return List.of(
                new Probe("Group", id, "Describe", describe, orElsewhere(NONE, GROUP_ID_NOT_FOUND)),
                new Probe("Group", id, "Read", heartbeat, orElsewhere(UNKNOWN_MEMBER_ID, GROUP_ID_NOT_FOUND)),
                new Probe("Group", id, "Delete", delete, orElsewhere(NONE, GROUP_ID_NOT_FOUND)));
    }

    private static List<Probe> transactionalId(String id) {
        var describe = new DescribeTransactionsRequest.Builder(
                new DescribeTransactionsRequestData().setTransactionalIds(List.of(id)));
        var abort = new EndTxnRequest.Builder(
                new EndTxnRequestData().setTransactionalId(id).setProducerId(Long.MAX_VALUE).setProducerEpoch((short) 0), false);
        return List.of(
                new Probe("TransactionalId", id, "Describe", describe, orElsewhere(NONE, TRANSACTIONAL_ID_NOT_FOUND)),
                new Probe("TransactionalId", id, "Write", abort, orElsewhere(INVALID_PRODUCER_ID_MAPPING)));
    }

    private static List<Probe> cluster() {
        var name = "kafka-cluster";
        var brokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        var none = EnumSet.of(NONE);
        return List.of(
                new Probe("Cluster", name, "Describe", new DescribeAclsRequest.Builder(AclBindingFilter.ANY), none),
                new Probe("Cluster", name, "Create", createTopic(nobodys()), none),
                new Probe("Cluster", name, "Alter", deleteAcl(), none),
                new Probe("Cluster", name, "DescribeConfigs", describeConfigs(brokers), none),
                new Probe("Cluster", name, "AlterConfigs", alterConfigs(brokers, "log.retention.ms"), none));
    }

    private static Set<Errors> orElsewhere(Errors first, Errors... more) {
        var errors = EnumSet.of(first, more);
        errors.addAll(ELSEWHERE);
        return errors;
    }

    /** By topic name, up to version 12: later versions use topic ids, which only someone who may describe it knows. */
    private static FetchRequest.Builder fetch(String topic) {
        var partition = new FetchRequest.PartitionData(Uuid.ZERO_UUID, 0, -1, 1, Optional.empty());
        return FetchRequest.Builder.forConsumer((short) 12, 0, 0, Map.of(new TopicPartition(topic, NO_PARTITION), partition));
    }

    private static ProduceRequest.Builder produce(String topic) {
        var records = MemoryRecords.withRecords(Compression.NONE, new SimpleRecord("access probe".getBytes(UTF_8)));
        var topics = new ProduceRequestData.TopicProduceDataCollection();
        topics.add(new ProduceRequestData.TopicProduceData().setName(topic).setPartitionData(List.of(
                new ProduceRequestData.PartitionProduceData().setIndex(NO_PARTITION).setRecords(records))));
        var data = new ProduceRequestData().setAcks((short) -1).setTimeoutMs(REQUEST_TIMEOUT_MS).setTopicData(topics);
        return new ProduceRequest.Builder((short) 3, (short) 12, data);
    }

    private static DeleteRecordsRequest.Builder deleteRecords(String topic) {
        var partition = new DeleteRecordsRequestData.DeleteRecordsPartition().setPartitionIndex(NO_PARTITION).setOffset(0);
        return new DeleteRecordsRequest.Builder(new DeleteRecordsRequestData().setTimeoutMs(REQUEST_TIMEOUT_MS).setTopics(List.of(
                new DeleteRecordsRequestData.DeleteRecordsTopic().setName(topic).setPartitions(List.of(partition)))));
    }

    private static CreateTopicsRequest.Builder createTopic(String topic) {
        var topics = new CreateTopicsRequestData.CreatableTopicCollection();
        topics.add(new CreateTopicsRequestData.CreatableTopic().setName(topic).setNumPartitions(1).setReplicationFactor((short) 1));
        return new CreateTopicsRequest.Builder(
                new CreateTopicsRequestData().setTopics(topics).setValidateOnly(true).setTimeoutMs(REQUEST_TIMEOUT_MS));
    }

    private static CreatePartitionsRequest.Builder createPartitions(String topic) {
        var topics = new CreatePartitionsRequestData.CreatePartitionsTopicCollection();
        topics.add(new CreatePartitionsRequestData.CreatePartitionsTopic().setName(topic).setCount(1).setAssignments(null));
        return new CreatePartitionsRequest.Builder(
                new CreatePartitionsRequestData().setTopics(topics).setValidateOnly(true).setTimeoutMs(REQUEST_TIMEOUT_MS));
    }

    private static DescribeConfigsRequest.Builder describeConfigs(ConfigResource resource) {
        return new DescribeConfigsRequest.Builder(new DescribeConfigsRequestData().setResources(List.of(
                new DescribeConfigsRequestData.DescribeConfigsResource()
                        .setResourceType(resource.type().id()).setResourceName(resource.name()).setConfigurationKeys(List.of()))));
    }

    private static IncrementalAlterConfigsRequest.Builder alterConfigs(ConfigResource resource, String config) {
        var reset = new AlterConfigOp(new ConfigEntry(config, null), AlterConfigOp.OpType.DELETE);
        return new IncrementalAlterConfigsRequest.Builder(Map.of(resource, List.of(reset)), true);
    }

    private static DeleteAclsRequest.Builder deleteAcl() {
        return new DeleteAclsRequest.Builder(new DeleteAclsRequestData().setFilters(List.of(
                new DeleteAclsRequestData.DeleteAclsFilter()
                        .setResourceTypeFilter(ResourceType.TOPIC.code()).setResourceNameFilter(nobodys())
                        .setPatternTypeFilter(PatternType.LITERAL.code()).setPrincipalFilter("User:" + nobodys())
                        .setHostFilter("*").setOperation(AclOperation.READ.code())
                        .setPermissionType(AclPermissionType.ALLOW.code()))));
    }

    private static String nobodys() {
        return "access-probe-" + UUID.randomUUID();
    }

    private static Result result(String application, Probe probe, String outcome, String detail) {
        return new Result(application, probe.resourceType(), probe.resourceName(), probe.operation(), outcome, detail);
    }

    /** An authenticated connection to one broker: any broker authorizes, and passes on what the controller must do. */
    private static final class Connection implements AutoCloseable {

        private final List<Node> brokers;
        private final Metrics metrics = new Metrics();
        private final NetworkClient client;
        private final long deadline = Time.SYSTEM.milliseconds() + APPLICATION_TIMEOUT_MS;

        Connection(Request request) throws IOException {
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(request.clientFile()))) {
                properties.load(reader);
            }
            properties.put("socket.connection.setup.timeout.ms", String.valueOf(CONNECT_TIMEOUT_MS));
            var config = new AdminClientConfig(properties);
            brokers = nodes(ClientUtils.parseAndValidateAddresses(config));
            client = ClientUtils.createNetworkClient(config, "access-probe", metrics, "access-probe", new LogContext(),
                    new ApiVersions(), Time.SYSTEM, 1, REQUEST_TIMEOUT_MS, null, new ManualMetadataUpdater(brokers),
                    new DefaultHostResolver(), null, null);
        }

        Result ask(String application, Probe probe) {
            try {
                var request = client.newClientRequest(
                        connected().idString(), probe.request(), Time.SYSTEM.milliseconds(), true, REQUEST_TIMEOUT_MS, null);
                var response = NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM).responseBody();
                var errors = EnumSet.noneOf(Errors.class);
                errors.addAll(response.errorCounts().keySet());
                if (errors.size() > 1) errors.remove(NONE); // some responses count a top level beside the resource
                return result(application, probe, outcome(errors, probe), errors.stream().map(Errors::name).collect(joining(", ")));
            } catch (AuthenticationException unknown) {
                throw unknown; // ends this application's probes: each further attempt would be refused as well
            } catch (IOException | KafkaException broken) {
                return result(application, probe, "failed", broken.toString());
            }
        }

        private static String outcome(Set<Errors> errors, Probe probe) {
            if (errors.isEmpty()) return "failed";
            if (DENIED.containsAll(errors)) return "denied";
            return probe.allowed().containsAll(errors) ? "allowed" : "failed";
        }

        private Node connected() throws IOException {
            IOException last = null;
            for (var broker : brokers) {
                var left = deadline - Time.SYSTEM.milliseconds();
                if (left <= 0) throw new IOException("no time left after %d ms".formatted(APPLICATION_TIMEOUT_MS));
                try {
                    if (NetworkClientUtils.awaitReady(client, broker, Time.SYSTEM, Math.min(left, CONNECT_TIMEOUT_MS))) return broker;
                } catch (IOException unreachable) {
                    last = unreachable;
                }
            }
            throw last != null ? last : new IOException("no broker answers at " + brokers);
        }

        private static List<Node> nodes(List<InetSocketAddress> addresses) {
            var nodes = new ArrayList<Node>();
            for (var address : addresses) nodes.add(new Node(-1 - nodes.size(), address.getHostString(), address.getPort()));
            return nodes;
        }

        @Override
        public void close() {
            client.close();
            metrics.close();
        }
    }

    private AccessProbe() {}
}
