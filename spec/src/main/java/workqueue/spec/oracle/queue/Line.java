package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;

/**
 * A queue to which calls happen one after the other, in an order to be found, and from which the last can be taken back.
 * What is pending is a list of stays, linked both ways: a stay that is unlinked remembers its neighbours, so that taking
 * back is linking again.
 */
final class Line {
    private final Calls calls;
    private final Stays stays;
    private final int[] next;
    private final int[] previous;
    private final int[] begun;
    private final int[] ended;
    private final int[] processed;
    private final boolean[] done;
    /** What a call took that did not return. */
    private final java.util.Map<Integer, Integer> guessed = new java.util.HashMap<>();

    private boolean closed;
    private int closedBy = NONE;
    private int[] order = new int[1 << 10];
    private int[] when = new int[1 << 10];
    private int length;

    Line(Calls calls, Stays stays) {
        this.calls = calls;
        this.stays = stays;
        this.next = new int[stays.count + 1];
        this.previous = new int[stays.count + 1];
        next[end()] = end();
        previous[end()] = end();
        this.begun = new int[calls.items()];
        this.ended = new int[calls.items()];
        this.processed = new int[calls.items()];
        this.done = new boolean[calls.count()];
    }

    /** The place before the oldest and behind the youngest stay. */
    int end() {
        return stays.count;
    }

    int head() {
        return next[end()];
    }

    int after(int stay) {
        return next[stay];
    }

    /** The youngest. */
    int last() {
        return previous[end()];
    }

    int before(int stay) {
        return previous[stay];
    }

    boolean isEmpty() {
        return head() == end();
    }

    boolean isClosed() {
        return closed;
    }

    boolean isDone(int call) {
        return done[call];
    }

    boolean isPending(int item) {
        return begun[item] > ended[item];
    }

    boolean isProcessed(int item) {
        return processed[item] > 0;
    }

    /** The stay that begins next. */
    int upcoming(int item) {
        return stays.first[item] + begun[item];
    }

    /** The stay that ends next. */
    int oldest(int item) {
        return stays.first[item] + ended[item];
    }

    boolean hasBegun(int stay) {
        int item = stays.item[stay];
        return stay < stays.first[item] + begun[item];
    }

    boolean hasEnded(int stay) {
        int item = stays.item[stay];
        return stay < stays.first[item] + ended[item];
    }

    int length() {
        return length;
    }

    /** All that happened, in order. */
    int[] order() {
        return Arrays.copyOf(order, length);
    }

    /** Before which moment the k-th happened. */
    int when(int k) {
        return when[k];
    }

    int call(int k) {
        return order[k];
    }

    private void append(int call, int moment) {
        if (length == order.length) {
            order = Arrays.copyOf(order, 2 * length);
            when = Arrays.copyOf(when, 2 * length);
        }
        order[length] = call;
        when[length++] = moment;
        done[call] = true;
    }

    /** A call that changes nothing, or the first that shuts the queue down. */
    void happen(int call, int moment) {
        append(call, moment);
        switch (calls.deed(call)) {
            case ACCEPT -> link(calls.item(call));
            case DEQUEUE -> dequeue(calls.item(call));
            case CANCEL -> unlink(calls.item(call));
            case COMPLETE -> processed[calls.item(call)]--;
            case TAKE_ALL -> {
                for (int item : calls.taken(call)) {
                    unlink(item);
                }
            }
            case SHUTDOWN -> close(call);
            default -> {}
        }
    }

    /** A dequeue that did not return took the item. */
    void guess(int call, int item, int moment) {
        append(call, moment);
        guessed.put(call, item);
        dequeue(item);
    }

    private void close(int call) {
        closedBy = closed ? closedBy : call;
        closed = true;
    }

    private void link(int item) {
        int stay = upcoming(item);
        begun[item]++;
        int last = previous[end()];
        next[last] = stay;
        previous[stay] = last;
        next[stay] = end();
        previous[end()] = stay;
    }

    private void dequeue(int item) {
        unlink(item);
        processed[item]++;
    }

    private void unlink(int item) {
        int stay = oldest(item);
        ended[item]++;
        next[previous[stay]] = next[stay];
        previous[next[stay]] = previous[stay];
    }

    private void relink(int item) {
        ended[item]--;
        int stay = oldest(item);
        next[previous[stay]] = stay;
        previous[next[stay]] = stay;
    }

    /** Takes back what happened last. */
    void takeBack() {
        int call = order[--length];
        done[call] = false;
        int item = calls.item(call);
        switch (calls.deed(call)) {
            case ACCEPT -> {
                begun[item]--;
                int stay = upcoming(item);
                next[previous[stay]] = end();
                previous[end()] = previous[stay];
            }
            case DEQUEUE -> {
                int taken = item == NONE ? guessed.remove(call) : item;
                processed[taken]--;
                relink(taken);
            }
            case CANCEL -> relink(item);
            case COMPLETE -> processed[item]++;
            case TAKE_ALL -> {
                int[] taken = calls.taken(call);
                for (int k = taken.length - 1; k >= 0; k--) {
                    relink(taken[k]);
                }
            }
            case SHUTDOWN -> {
                closed = closedBy != call;
                closedBy = closed ? closedBy : NONE;
            }
            default -> {}
        }
    }
}
