package workqueue.spec.oracle;

import workqueue.spec.history.Event;

/**
 * A recorded run of an item.
 *
 * @param id the {@code seq} of its begin, the same in every part of a history; it names the worker
 * @param begun the begin
 * @param at the moment of the begin
 * @param underWay whether it had not ended when the history did
 */
record Run(long id, Event begun, int at, boolean underWay) {
    long item() {
        return begun.item();
    }

    long queue() {
        return begun.queue() == null ? 0 : begun.queue();
    }
}
