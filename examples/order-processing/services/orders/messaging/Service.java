package orders.messaging;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that runs until it is told to stop. */
public interface Service extends AutoCloseable {

    /** Works until {@link #stop} is called from another thread. */
    void run() throws Exception;

    void stop();

    @Override
    void close();

    @FunctionalInterface
    interface Factory {
        Service create(Configuration configuration) throws Exception;
    }

    /**
     * The main method of every service. SIGTERM ends the work at hand, leaves the group and closes the clients; anything
     * that trying again does not mend ends the process with code 1 and one line that says what.
     */
    static void main(String[] arguments, Factory factory) {
        if (arguments.length != 1) {
            System.err.println("usage: java -cp CLASSES:JARS/* orders.<Service> <client folder>");
            System.exit(2);
        }
        var closed = new CountDownLatch(1);
        var exit = 0;
        try (var service = factory.create(Configuration.load(Path.of(arguments[0])))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.stop();
                await(closed);
            }));
            exit = run(service);
        } catch (Exception fatal) {
            System.err.println("stopped: " + Problems.explain(fatal));
            exit = 1;
        }
        closed.countDown();
        System.exit(exit);
    }

    /** Says what went wrong before the clients are closed, which may take a while. */
    private static int run(Service service) {
        try {
            service.run();
            System.out.println("stopped");
            return 0;
        } catch (Exception fatal) {
            System.err.println("stopped: " + Problems.explain(fatal));
            return 1;
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
