package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

/** Lets calls that change nothing happen as soon as they may: that never is in the way of anything. */
final class Readers {
    private final Calls calls;
    private final Line line;
    private final UnderWay underWay;
    private final boolean oneByOne;

    Readers(Calls calls, Line line, UnderWay underWay, boolean oneByOne) {
        this.calls = calls;
        this.line = line;
        this.underWay = underWay;
        this.oneByOne = oneByOne;
    }

    /** Lets all happen that waited for what has just changed: of an item, or anything. */
    void settle(int item) {
        for (int call : underWay.calls()) {
            int own = calls.item(call);
            if (own == NONE || own == item || item == NONE) {
                serve(call);
            }
        }
    }

    /** Lets a call happen that changes nothing, if it may. */
    void serve(int call) {
        if (calls.returned(call) && !line.isDone(call) && isServed(call)) {
            line.happen(call, underWay.moment());
        }
    }

    private boolean isServed(int call) {
        int item = calls.item(call);
        return switch (calls.deed(call)) {
            case COALESCE -> oneByOne && line.isPending(item) && !line.isClosed();
            case REJECT -> line.isClosed();
            case EMPTY -> line.isEmpty();
            case CLOSED -> line.isEmpty() && line.isClosed();
            case TAKE_ALL -> line.isEmpty() && calls.taken(call).length == 0;
            case NOT_RUNNING -> !line.isProcessed(item);
            case ABSENT -> !line.isPending(item);
            default -> false;
        };
    }
}
