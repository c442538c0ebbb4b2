package workqueue.properties.stateful;

/** Single steps of a walk. */
final class Steps {
    private Steps() {}

    /** Does the command, if it can be done now, and compares; a pair that differs is of no use any more. */
    static <S extends Pair> void take(Command<S> command, S pair) {
        try {
            if (!command.possible().test(pair)) {
                return;
            }
            command.run().accept(pair);
            pair.compare();
        } catch (Throwable t) {
            pair.close();
            throw t;
        }
    }
}
