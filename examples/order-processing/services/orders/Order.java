package orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An order as it travels: the value of every topic, keyed by its id so that one order's events stay in order. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Order(String orderId, String userId, BigDecimal amount, String status) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Order parse(byte[] value) throws IOException {
        if (value == null) throw new IOException("not an order: no value");
        try {
            var order = JSON.readValue(value, Order.class);
            if (order == null || order.orderId() == null || order.orderId().isBlank()) throw new IOException("not an order: no orderId");
            return order;
        } catch (JsonProcessingException malformed) {
            throw new IOException("not an order: " + malformed.getOriginalMessage(), malformed);
        }
    }

    Order withStatus(String status) {
        return new Order(orderId, userId, amount, status);
    }

    ProducerRecord<byte[], byte[]> to(String topic) throws IOException {
        return new ProducerRecord<>(topic, orderId.getBytes(UTF_8), JSON.writeValueAsBytes(this));
    }
}
