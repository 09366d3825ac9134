package orders;

import orders.messaging.Outcome;
import orders.messaging.RecordProcessor;
import orders.messaging.Service;

/** Tells customers that their order was paid, and that it was shipped: one consumer group over both topics. */
public final class NotificationService {

    public static void main(String[] arguments) {
        Service.main(arguments, configuration -> {
            var sent = configuration.produced();
            return new RecordProcessor(configuration, record -> {
                var order = Order.parse(record.value());
                return Outcome.publish(order.to(sent), "told %s that order %s is %s".formatted(order.userId(), order.orderId(), order.status()));
            });
        });
    }

    private NotificationService() {}
}
