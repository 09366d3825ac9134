import static org.apache.kafka.common.protocol.Errors.*;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.InitProducerIdRequest;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Requests of producers and brokers that no public client sends one by one, over one connection of Kafka's own network
 * client: internal, so compiled against the jars that it runs with. The matrix has one broker, so that one is the
 * leader, the coordinator and everything else that a request may have to find.
 */
final class RawRequests {
    private static final int REQUEST_TIMEOUT_MS = 40_000;
    /** No broker of this cluster is called so. */
    private static final int NO_BROKER = 4711;

    private final Properties properties;
    private NetworkClient client;
    private Node broker;

    RawRequests(Properties properties) {
        this.properties = properties;
    }

    /** What an idempotent producer needs before its first record: an id of its own. */
    void getsProducerId() throws IOException {
        ask(initProducerId(null, false), Set.of());
    }

    /** What a producer of two phases begins with. Of 4.3.1, clients cannot send this version yet, and brokers take it when they are told to. */
    void beginsTwoPhaseCommit(String transactionalId) throws IOException {
        var request = initProducerId(transactionalId, true);
        ask(new AbstractRequest.Builder<InitProducerIdRequest>(request.apiKey(), (short) 6) {
            @Override
            public InitProducerIdRequest build(short version) {
                return request.build(version);
            }
        }, Set.of());
    }

    /** What a broker reads its copies with, whatever topic: the others are told once they are authorized that it has none. */
    void fetchesAsBroker(String topic) throws IOException {
        // By topic name, as up to version 12: later versions use ids, which only who may describe the topic knows.
        var partition = new FetchRequest.PartitionData(Uuid.ZERO_UUID, 0, -1, 1, Optional.empty());
        var partitions = Map.of(new TopicPartition(topic, 0), partition);
        ask(FetchRequest.Builder.forReplica((short) 12, NO_BROKER, -1, 0, 0, partitions), NOT_A_REPLICA);
    }

    private static final Set<Errors> NOT_A_REPLICA = EnumSet.of(NOT_LEADER_OR_FOLLOWER, UNKNOWN_LEADER_EPOCH);

    private static InitProducerIdRequest.Builder initProducerId(String transactionalId, boolean twoPhases) {
        var data = new InitProducerIdRequestData().setTransactionalId(transactionalId).setTransactionTimeoutMs(60_000);
        return new InitProducerIdRequest.Builder(data.setEnable2Pc(twoPhases));
    }

    /** @throws org.apache.kafka.common.errors.ApiException the broker's answer, unless it says that the request was authorized */
    private void ask(AbstractRequest.Builder<?> request, Set<Errors> authorized) throws IOException {
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REQUEST_TIMEOUT_MS);
        for (;;) {
            var error = answer(request);
            if (error == NONE || authorized.contains(error)) return;
            // Another call of this matrix fences the same producer in this moment.
            if (error != CONCURRENT_TRANSACTIONS || System.nanoTime() > until) throw error.exception();
        }
    }

    void close() {
        if (client != null) client.close();
    }

    private Errors answer(AbstractRequest.Builder<?> request) throws IOException {
        connect();
        var sent = client.newClientRequest(broker.idString(), request, Time.SYSTEM.milliseconds(), true, REQUEST_TIMEOUT_MS, null);
        var errors = EnumSet.noneOf(Errors.class);
        errors.addAll(NetworkClientUtils.sendAndReceive(client, sent, Time.SYSTEM).responseBody().errorCounts().keySet());
        if (errors.size() > 1) errors.remove(NONE); // of the whole response, beside its partition's
        if (errors.size() != 1) throw new IOException("errors: " + errors);
        return errors.iterator().next();
    }

    private void connect() throws IOException {
        if (client == null) {
            var config = new AdminClientConfig(properties);
            var address = ClientUtils.parseAndValidateAddresses(config).get(0);
            broker = new Node(-1, address.getHostString(), address.getPort());
            client = ClientUtils.createNetworkClient(config, "access-matrix-raw", new Metrics(), "access-matrix-raw", new LogContext(),
                    new ApiVersions(), Time.SYSTEM, 1, REQUEST_TIMEOUT_MS, null, new ManualMetadataUpdater(List.of(broker)),
                    new DefaultHostResolver(), null, null);
        }
        if (!NetworkClientUtils.awaitReady(client, broker, Time.SYSTEM, REQUEST_TIMEOUT_MS)) throw new IOException("no broker answers");
    }
}
