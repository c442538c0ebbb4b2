package workqueue.spec.oracle.queue;

import workqueue.spec.history.Event;

/** What a call did, or would do if it took effect: its operation and its answer. */
enum Deed {
    ACCEPT,
    COALESCE,
    REJECT,
    DEQUEUE,
    EMPTY,
    CLOSED,
    COMPLETE,
    NOT_RUNNING,
    CANCEL,
    ABSENT,
    TAKE_ALL,
    SHUTDOWN;

    /** Of a call that returned; of one that did not, what matters to the others. */
    static Deed of(String op, Event returned) {
        String answer = returned == null ? "" : returned.result();
        return switch (op) {
            case "enqueue" -> answer.equals("coalesced") ? COALESCE : answer.equals("rejected") ? REJECT : ACCEPT;
            case "dequeue" -> answer.equals("empty") ? EMPTY : answer.equals("closed") ? CLOSED : DEQUEUE;
            case "complete" -> answer.equals("notRunning") ? NOT_RUNNING : COMPLETE;
            case "cancel" -> answer.equals("absent") ? ABSENT : CANCEL;
            case "take_all" -> TAKE_ALL;
            default -> SHUTDOWN;
        };
    }

    /** Whether it ends the stay of one item. */
    boolean removesOne() {
        return this == DEQUEUE || this == CANCEL;
    }

    /** Whether it ends stays. */
    boolean ends() {
        return removesOne() || this == TAKE_ALL;
    }

    /** Whether it changes what is pending. */
    boolean moves() {
        return this == ACCEPT || ends();
    }

    /** Whether it has a moment at which nothing is pending. */
    boolean isBarrier() {
        return this == EMPTY || this == CLOSED || this == TAKE_ALL;
    }
}
