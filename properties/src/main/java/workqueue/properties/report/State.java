package workqueue.properties.report;

/**
 * What a recording shows of the abstract state of one thing: an item, a queue, or all there is.
 *
 * @param pending how many times it was asked for and no run began since
 * @param owed how many of these calls have returned: the implementation has promised the run
 * @param running how many runs of it began and have not ended
 * @param phase open, closing or closed, as far as the recording tells; otherwise empty
 */
record State(int pending, int owed, int running, String phase) {
    static final State UNKNOWN = new State(0, 0, 0, "");

    State with(String next) {
        return new State(pending, owed, running, next);
    }
}
