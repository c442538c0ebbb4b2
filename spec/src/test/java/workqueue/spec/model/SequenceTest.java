package workqueue.spec.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceTest {
    @Test
    void isTheListThatWouldHaveBeenChangedLikewise() {
        Random random = new Random(1);
        List<Long> list = new ArrayList<>(List.of(1L, 2L));
        Sequence<Long> sequence = Sequence.of(list);
        for (int change = 0; change < 1_000; change++) {
            if (list.isEmpty() || random.nextInt(100) < 55) {
                long element = random.nextLong();
                list.add(element);
                sequence = sequence.with(element);
            } else {
                int index = random.nextInt(list.size());
                list.remove(index);
                sequence = sequence.without(index);
            }
            assertEquals(list, sequence);
            assertEquals(sequence, Sequence.of(List.copyOf(list)));
            assertEquals(list.hashCode(), sequence.hashCode());
        }
    }

    @Test
    void differsFromOthersOfTheSameHash() {
        Sequence<String> one = Sequence.of(List.of("Aa"));
        Sequence<String> other = Sequence.of(List.of("BB"));
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, other);
        assertNotEquals(one, List.of("BB"));
    }

    @Test
    void cannotBeChanged() {
        List<Long> sequence = Sequence.of(List.of(1L));
        assertThrows(UnsupportedOperationException.class, () -> sequence.add(2L));
        assertThrows(UnsupportedOperationException.class, () -> sequence.remove(0));
    }
}
