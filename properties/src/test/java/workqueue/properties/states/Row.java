package workqueue.properties.states;

import java.util.Comparator;

/**
 * A name for the states that are alike for who calls.
 *
 * @param group where the object is in its life, by which rows are ordered first
 * @param order what comes next in the order
 */
record Row(int group, int order, String name) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
            Comparator.comparingInt(Row::group).thenComparingInt(Row::order).thenComparing(Row::name);

    private static final int MANY = 100;

    static Row of(int group, String name) {
        return new Row(group, 0, name);
    }

    /** The same in a part of the object's life. */
    Row in(int group, String prefix) {
        return new Row(group, order, prefix + name);
    }

    /** The same after all that have a smaller number here. */
    Row after(int number, String prefix) {
        return new Row(group, order + number * MANY, prefix + name);
    }

    /** The next in order. */
    Row and(String what) {
        return new Row(group, order + 1, name + what);
    }

    @Override
    public int compareTo(Row other) {
        return ORDER.compare(this, other);
    }
}
