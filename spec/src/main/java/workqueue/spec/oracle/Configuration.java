package workqueue.spec.oracle;

/** Where a search is: a moment, a state of the executable specification, and the calls that had their point. */
final class Configuration<S> {
    private final int moment;
    private final S state;
    private final Done done;
    private final int hash;

    Configuration(int moment, S state, Done done) {
        this.moment = moment;
        this.state = state;
        this.done = done;
        this.hash = 31 * (31 * moment + state.hashCode()) + done.hashCode();
    }

    /** The moment whose event is the next to happen. */
    int moment() {
        return moment;
    }

    S state() {
        return state;
    }

    /** The calls under way that have taken effect. */
    Done done() {
        return done;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration<?> that
                && hash == that.hash
                && moment == that.moment
                && done.equals(that.done)
                && state.equals(that.state);
    }
}
