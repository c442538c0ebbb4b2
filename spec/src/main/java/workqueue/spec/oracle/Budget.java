package workqueue.spec.oracle;

/**
 * How many configurations may be looked at for one answer: of the whole history, and of the projections that it is compared
 * with. One that holds much counts as several, so that memory is bounded too. Of a budget, parts can be set aside; what is
 * spent of a part is spent of the budget. It counts no seconds, so the same history is always answered alike.
 */
final class Budget {
    private final Budget whole;
    private final long most;
    private long spent;

    /** A budget of so many configurations. */
    Budget(long most) {
        this(null, most);
    }

    private Budget(Budget whole, long most) {
        this.whole = whole;
        this.most = most;
    }

    /** A part of this budget, of at most so many configurations. */
    Budget part(long atMost) {
        return new Budget(this, atMost);
    }

    /** Spends one configuration, if it is left; false says that it is not. */
    boolean spend() {
        return spend(1);
    }

    /** Spends one that is as much as so many, if they are left. */
    boolean spend(long weight) {
        if (weight > most - spent || (whole != null && !whole.spend(weight))) {
            return false;
        }
        spent += weight;
        return true;
    }

    /** How many configurations were looked at so far. */
    long spent() {
        return spent;
    }
}
