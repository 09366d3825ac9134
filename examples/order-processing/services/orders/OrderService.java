package orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import orders.messaging.Configuration;
import orders.messaging.Service;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Accepts orders by {@code POST /orders}; 202 means that every in-sync replica has the order. */
public final class OrderService implements Service {

    private final String created;
    private final Producer<byte[], byte[]> producer;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    public static void main(String[] arguments) {
        Service.main(arguments, OrderService::new);
    }

    private OrderService(Configuration configuration) throws IOException {
        created = configuration.produced();
        producer = new KafkaProducer<>(configuration.forProducer());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders", this::accept);
        server.setExecutor(workers);
    }

    @Override
    public void run() throws Exception {
        producer.partitionsFor(created); // asks the brokers: better to fail now than at the first order
        server.start();
        System.out.println("listening on " + server.getAddress().getPort());
        stopped.get();
    }

    @Override
    public void stop() {
        stopped.complete(null);
    }

    @Override
    public void close() {
        server.stop(1);
        workers.shutdown();
        producer.close();
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "POST an order");
                return;
            }
            try {
                var order = Order.parse(exchange.getRequestBody().readAllBytes()).withStatus("CREATED");
                var stored = producer.send(order.to(created)).get();
                System.out.println("%s-%d@%d: accepted order %s".formatted(stored.topic(), stored.partition(), stored.offset(), order.orderId()));
                answer(exchange, 202, order.orderId());
            } catch (IOException notAnOrder) {
                answer(exchange, 400, notAnOrder.getMessage());
            } catch (ExecutionException unavailable) {
                answer(exchange, 503, "not accepted: " + unavailable.getCause().getMessage());
                endIfRefused(unavailable.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void endIfRefused(Throwable cause) {
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) stopped.completeExceptionally(cause);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = (text + "\n").getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
