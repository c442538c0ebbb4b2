package workqueue.spec.diff;

/**
 * One step of a scenario, in words that all profiles share.
 *
 * @param verb what happens
 * @param item to which item; 0 where it is to none
 */
public record Step(Verb verb, long item) {
    /** What can happen. */
    public enum Verb {
        /** An item is enqueued; who enqueues is not told that it was refused. */
        ENQUEUE("enqueue", true),
        /** An enqueue is refused. */
        REFUSED("enqueue refused", true),
        /** A run of an item begins. */
        BEGIN("begin", true),
        /** A run of an item ends. */
        END("end", true),
        /** A caller begins to wait for an item. */
        FLUSH("flush", true),
        /** The wait ends. */
        FLUSHED("flushed", true),
        /** An item that is pending is taken back. */
        CANCEL("cancel", true),
        /** A cancel finds nothing to take back. */
        CANCEL_NOTHING("cancel nothing", true),
        /** The queue begins to shut down: {@code Client.closing} says how. */
        CLOSE("close", false),
        /** It has been shut down. */
        CLOSED("closed", false),
        /** There is nothing under way, and nothing more will happen. */
        REST("rest", false);

        private final String words;
        private final boolean ofItem;

        Verb(String words, boolean ofItem) {
            this.words = words;
            this.ofItem = ofItem;
        }

        /** What happens, in words. */
        public String words() {
            return words;
        }

        boolean isOfItem() {
            return ofItem;
        }
    }

    /** The step in words, such as {@code begin 1}. */
    @Override
    public String toString() {
        return verb.ofItem ? verb.words + " " + item : verb.words;
    }
}
