package workqueue.properties.stateful;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A callback that goes on as it is told to, on the thread that it was called on. */
public final class Run {
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final int item;

    /** Only for {@link Runs}. */
    Run(int item) {
        this.item = item;
    }

    public int item() {
        return item;
    }

    /** Does what it is told until that is to finish. */
    void obey() {
        try {
            for (Order order = orders.take(); order.action != null; order = orders.take()) {
                order.obey();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the callback do something, and waits for it. */
    public void order(String what, Runnable action) {
        Order order = new Order(action);
        orders.add(order);
        Patience.await(what + ", from a callback, returns", () -> order.done);
        if (order.thrown != null) {
            throw new AssertionError(what, order.thrown);
        }
    }

    /** Has the callback return. */
    public void finish() {
        orders.add(new Order(null));
    }

    private static final class Order {
        private final Runnable action;
        private Throwable thrown;
        private volatile boolean done;

        Order(Runnable action) {
            this.action = action;
        }

        private void obey() {
            try {
                action.run();
            } catch (Throwable t) {
                thrown = t;
            }
            done = true;
        }
    }
}
