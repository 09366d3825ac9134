package orders;

import orders.messaging.Outcome;
import orders.messaging.RecordProcessor;
import orders.messaging.Service;

/** Charges created orders, exactly once: the paid event, the dead letter and the offset are one transaction. */
public final class PaymentService {

    public static void main(String[] arguments) {
        Service.main(arguments, configuration -> {
            var paid = configuration.produced();
            return new RecordProcessor(configuration, record -> {
                var order = Order.parse(record.value());
                charge(order);
                return Outcome.publish(order.withStatus("PAID").to(paid), "charged order " + order.orderId());
            });
        });
    }

    /** A real one passes the order id to the payment provider as idempotency key: that call is not in the transaction. */
    private static void charge(Order order) {
        if (order.amount() == null || order.amount().signum() <= 0)
            throw new IllegalArgumentException("order %s is not payable: amount %s".formatted(order.orderId(), order.amount()));
    }

    private PaymentService() {}
}
