package orders;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import orders.messaging.Outcome;
import orders.messaging.RecordProcessor;
import orders.messaging.Service;

/** Ships paid orders, at least once made idempotent: an order id that was shipped is skipped. */
public final class InventoryService {

    private static final int REMEMBERED = 100_000;

    public static void main(String[] arguments) {
        Service.main(arguments, configuration -> {
            var shippedTopic = configuration.produced();
            var shipped = Collections.newSetFromMap(new Latest<String>());
            return new RecordProcessor(configuration, record -> {
                var order = Order.parse(record.value());
                if (!shipped.add(order.orderId()))
                    return Outcome.nothing("skipped order %s: shipped before".formatted(order.orderId()));
                return Outcome.publish(order.withStatus("SHIPPED").to(shippedTopic), "shipped order " + order.orderId());
            });
        });
    }

    /**
     * Remembers the latest order ids. Memory is enough for an example; a real service keeps them in the database
     * transaction that changes the stock, so that they outlive the process and move with the partitions.
     */
    private static final class Latest<K> extends LinkedHashMap<K, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }

    private InventoryService() {}
}
