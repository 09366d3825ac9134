package orders.messaging;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/** What a failure means: a producer reports the first one of a transaction as the cause of the next. */
final class Problems {

    /** Whether doing the same again may work: partitions moved to another consumer, a broker was away for too long. */
    static boolean mayPass(Throwable problem) {
        return !isRefusal(problem) && anyCause(problem, cause -> cause instanceof RetriableException
                || cause instanceof CommitFailedException
                || cause instanceof RebalanceInProgressException
                || cause instanceof TransactionAbortableException);
    }

    static boolean isRefusal(Throwable problem) {
        return anyCause(problem, cause -> cause instanceof AuthenticationException || cause instanceof AuthorizationException);
    }

    /** One line, for whoever runs the service. */
    static String explain(Throwable problem) {
        return causes(problem)
                .filter(Problems::isRefusal)
                .reduce((outer, inner) -> inner)
                .map(refusal -> refusal instanceof AuthenticationException
                        ? "the brokers do not know this client: " + refusal.getMessage()
                        : "the brokers refuse this client: " + refusal.getMessage())
                .orElseGet(problem::toString);
    }

    private static boolean anyCause(Throwable problem, Predicate<Throwable> test) {
        return causes(problem).anyMatch(test);
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }

    private Problems() {}
}
