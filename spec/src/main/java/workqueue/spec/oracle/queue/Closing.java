package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

/**
 * When the queue was shut down, as far as the answers tell: after what was still accepted began, before what was refused
 * for it returned.
 *
 * @param from the moment before which it was not
 * @param to the moment by which it was; {@link Calls#NEVER} if nothing says that it was
 * @param late the call that needs it not to be shut down yet latest, or {@link Calls#NONE}
 * @param early the call that needs it shut down earliest, or {@link Calls#NONE}
 */
record Closing(int from, int to, int late, int early) {
    static Closing of(Calls calls) {
        int late = NONE;
        int early = NONE;
        int shut = NEVER;
        for (int call = 0; call < calls.count(); call++) {
            switch (calls.deed(call)) {
                case ACCEPT, COALESCE -> late = calls.returned(call) ? call : late;
                case REJECT, CLOSED -> early = earlier(calls, early, call);
                case SHUTDOWN -> {
                    shut = Math.min(shut, calls.from(call));
                    early = calls.returned(call) ? earlier(calls, early, call) : early;
                }
                default -> {}
            }
        }
        int from = late == NONE ? NONE : calls.from(late);
        boolean shutLast = shut != NEVER && shut > from;
        boolean needed = early != NONE;
        return new Closing(
                shutLast || (needed && shut == NEVER) ? shut : from, needed ? calls.to(early) : NEVER, late, early);
    }

    private static int earlier(Calls calls, int one, int other) {
        return one == NONE || calls.to(other) < calls.to(one) ? other : one;
    }

    boolean isImpossible() {
        return to != NEVER && from > to;
    }
}
