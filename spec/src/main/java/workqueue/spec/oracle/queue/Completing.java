package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

/** Pulls what completions need, and the calls that find their item not processed. */
final class Completing {
    private final Calls calls;
    private final Line line;
    private final UnderWay underWay;
    private final Pulling pulling;

    Completing(Calls calls, Line line, UnderWay underWay, Pulling pulling) {
        this.calls = calls;
        this.line = line;
        this.underWay = underWay;
        this.pulling = pulling;
    }

    /** Completes an item, which was dequeued before. */
    boolean complete(int call) {
        int item = calls.item(call);
        if (!line.isProcessed(item)) {
            int start = soonest(Deed.DEQUEUE, item);
            if (start == NONE) {
                return pulling.fail(call, NONE, NONE);
            }
            if (!pulling.removeBy(start)) {
                return false;
            }
        }
        return pulling.happen(call);
    }

    private int soonest(Deed deed, int item) {
        return underWay.soonest(call -> calls.deed(call) == deed && calls.item(call) == item);
    }

    /** Completes an item as often as it was dequeued. */
    boolean completeAll(int call) {
        int item = calls.item(call);
        while (line.isProcessed(item)) {
            int first = soonest(Deed.COMPLETE, item);
            if (first == NONE) {
                return pulling.fail(call, NONE, NONE);
            }
            pulling.happen(first);
        }
        return pulling.served(call);
    }
}
