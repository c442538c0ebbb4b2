package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DoneTest {
    @Test
    void isTheSetThatWouldHaveBeenChangedLikewise() {
        Random random = new Random(1);
        Set<Long> set = new TreeSet<>();
        Done done = Done.NONE;
        for (int change = 0; change < 1_000; change++) {
            long id = random.nextInt(20);
            if (random.nextBoolean()) {
                set.add(id);
                done = done.with(id);
            } else {
                set.remove(id);
                done = done.without(id);
            }
            assertEquals(of(set), done);
            assertEquals(of(set).hashCode(), done.hashCode());
            assertEquals(set.toString(), done.toString());
            assertEquals(set.size(), done.size());
            assertEquals(set.contains(7L), done.contains(7));
        }
    }

    private static Done of(Set<Long> ids) {
        Done done = Done.NONE;
        for (long id : ids) {
            done = done.with(id);
        }
        return done;
    }

    @Test
    void keepsSome() {
        assertEquals(of(Set.of(2L, 4L)), of(Set.of(1L, 2L, 3L, 4L)).keep(id -> id % 2 == 0));
        assertEquals(Done.NONE, of(Set.of(1L)).keep(id -> false));
    }

    /** Added up, the 4,845 sets of four of the first twenty numbers would have 65 hashes. */
    @Test
    void hashesOfSetsOfSmallNumbersDiffer() {
        Set<Integer> hashes = new HashSet<>();
        for (int bits = 0; bits < 1 << 20; bits++) {
            if (Integer.bitCount(bits) == 4) {
                Done done = Done.NONE;
                for (int id = 0; id < 20; id++) {
                    done = (bits >> id & 1) == 1 ? done.with(id) : done;
                }
                hashes.add(done.hashCode());
            }
        }
        assertTrue(hashes.size() > 4_000, () -> hashes.size() + " hashes");
    }
}
