package workqueue.spec.oracle;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The calls under way that had their point: an immutable set of their ids that knows its hash. Ids are small numbers that
 * follow one another, so that, added up as in the hash of a {@link java.util.Set}, very many sets would have the same.
 */
final class Done {
    /** No call. */
    static final Done NONE = new Done(new long[0], 0);

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] ids; // ascending
    private final int hash;

    private Done(long[] ids, int hash) {
        this.ids = ids;
        this.hash = hash;
    }

    boolean contains(long id) {
        return place(id) >= 0;
    }

    private int place(long id) {
        return Arrays.binarySearch(ids, id);
    }

    int size() {
        return ids.length;
    }

    /** The same with one more call. */
    Done with(long id) {
        int place = -place(id) - 1;
        if (place < 0) {
            return this;
        }
        long[] more = Arrays.copyOf(ids, ids.length + 1);
        System.arraycopy(ids, place, more, place + 1, ids.length - place);
        more[place] = id;
        return new Done(more, hash + spread(id));
    }

    /** The same without a call. */
    Done without(long id) {
        int place = place(id);
        if (place < 0) {
            return this;
        }
        long[] fewer = Arrays.copyOf(ids, ids.length - 1);
        System.arraycopy(ids, place + 1, fewer, place, fewer.length - place);
        return new Done(fewer, hash - spread(id));
    }

    /** Those of the calls that a predicate keeps. */
    Done keep(LongPredicate wanted) {
        long[] kept = new long[ids.length];
        int size = 0;
        int sum = 0;
        for (long id : ids) {
            if (wanted.test(id)) {
                kept[size++] = id;
                sum += spread(id);
            }
        }
        return new Done(Arrays.copyOf(kept, size), sum);
    }

    /** Multiplies by the golden ratio, twice, with a mixing between without which sums of numbers would stay sums. */
    private static int spread(long id) {
        long once = id * GOLDEN;
        return (int) (((once ^ (once >>> 32)) * GOLDEN) >>> 32);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Done that && hash == that.hash && Arrays.equals(ids, that.ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
