package workqueue.spec.oracle;

import java.util.HexFormat;
import workqueue.spec.history.Event;

/**
 * A recorded call: an invoke and, if it came, its return.
 *
 * @param id the {@code seq} of its invoke, the same in every part of a history
 * @param invoked the invoke
 * @param returned the return, or null
 * @param from the moment of the invoke
 * @param to the moment of the return, or {@link Integer#MAX_VALUE}
 * @param within the run on the same thread when it was invoked, or null; of several, which a thread can be in when it runs
 *     items while it runs one, the innermost of what the call is about, or else the innermost
 * @param status the status that it returned, as eight digits, or null if it did not return or returned nothing; a search
 *     asks for it over and over
 */
record Call(long id, Event invoked, Event returned, int from, int to, Run within, String status) {
    Call(long id, Event invoked, Event returned, int from, int to, Run within) {
        this(id, invoked, returned, from, to, within, digits(returned == null ? null : returned.status()));
    }

    private static String digits(Long status) {
        return status == null ? null : HexFormat.of().toHexDigits(status, 8);
    }

    String op() {
        return invoked.op();
    }

    /** The queue, which an allocation tells only when it returns. */
    Long queue() {
        return returned != null && returned.queue() != null ? returned.queue() : invoked.queue();
    }

    /** Whether the call is of one item. */
    boolean hasItem() {
        return itemOrNull() != null;
    }

    /** The item of a call that has one; some tell it only when they return. */
    long item() {
        return itemOrNull();
    }

    private Long itemOrNull() {
        return returned != null && returned.item() != null ? returned.item() : invoked.item();
    }

    Long arg() {
        return invoked.arg();
    }

    boolean pending() {
        return returned == null;
    }

    /** What it returned, as written, or null. */
    String answer() {
        return returned == null ? null : returned.result();
    }
}
