package workqueue.spec.oracle.queue;

/**
 * What a conflict may teach: one way to decide otherwise.
 *
 * @param kind what it is about
 * @param one the stay, or the call
 * @param other the stay, or the call that it is related to
 */
record Lesson(Kind kind, int one, int other) {
    /** What a lesson is about. */
    enum Kind {
        /** A stay begins after another one. */
        BEGINS_AFTER,
        /** A call does not end a stay. */
        SPARES,
        /** A call ends no stay before another call has happened. */
        WAITS_FOR
    }

    static Lesson beginsAfter(int stay, int other) {
        return new Lesson(Kind.BEGINS_AFTER, stay, other);
    }

    static Lesson spares(int call, int stay) {
        return new Lesson(Kind.SPARES, call, stay);
    }

    static Lesson waitsFor(int call, int other) {
        return new Lesson(Kind.WAITS_FOR, call, other);
    }
}
