package workqueue.spec.oracle;

import java.util.Set;

/**
 * What a strand can have come to at a moment at which no call of it was under way.
 *
 * @param <S> the specification's states
 */
final class Rest<S> {
    private final Set<S> states;
    private final boolean all;
    private final Set<Deed> deeds;
    private final Set<Long> runs;
    private final int hash;

    /** A kind of call, as far as it matters to who judges without a search whether there was one. */
    record Deed(String op, Long queue, boolean within) {}

    /**
     * A rest.
     *
     * @param states what the strand may be in, in the names of its {@link Shape}
     * @param all whether it can be in nothing else
     * @param deeds the kinds of calls that there were
     * @param runs the runs under way, by their place in the strand
     */
    Rest(Set<S> states, boolean all, Set<Deed> deeds, Set<Long> runs) {
        this.states = states;
        this.all = all;
        this.deeds = deeds;
        this.runs = runs;
        this.hash = 31 * states.hashCode() + deeds.hashCode();
    }

    Set<S> states() {
        return states;
    }

    boolean all() {
        return all;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Rest<?> that
                        && hash == that.hash
                        && all == that.all
                        && deeds.equals(that.deeds)
                        && runs.equals(that.runs)
                        && states.equals(that.states));
    }
}
