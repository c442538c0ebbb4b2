package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said again is the same object, and nothing is taken for something else. */
class PoolTest {
    private final Pool pool = new Pool();

    private String text(String text) {
        char[] characters = ("<" + text + ">").toCharArray();
        return pool.text(characters, 1, text.length());
    }

    @Test
    void theSameValueIsTheSameObject() {
        assertSame(text("enqueue"), text("enqueue"));
        assertSame(pool.number(1_000_000), pool.number(1_000_000));
    }

    @Test
    void longTextsAreNotKept() {
        String lengthy = "x".repeat(1_000);
        assertEquals(lengthy, text(lengthy));
        assertNotSame(text(lengthy), text(lengthy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Aa", "BB", "AaAa", "AaBB", "BBAa", "A", "\u00e9\ud83d\ude00"})
    void textsAreToldApartAlsoIfTheyHaveTheSameHash(String some) {
        for (String other : new String[] {"BB", "Aa", "BBBB", "", "\0", "BBB"}) {
            assertEquals(other, text(other));
            assertEquals(some, text(some));
        }
    }

    @Test
    void moreNumbersThanItRemembersAreToldApart() {
        for (int round = 0; round < 2; round++) {
            for (long number = -20_000; number < 20_000; number++) {
                assertEquals(number, pool.number(number));
                assertEquals(number << 32, pool.number(number << 32));
            }
        }
    }
}
