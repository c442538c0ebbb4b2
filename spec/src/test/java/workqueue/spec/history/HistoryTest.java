package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts of histories. */
class HistoryTest {
    private final History history = Bytes.read(Bytes.HEADER + """
            {"seq":0,"thread":2,"kind":"invoke","op":"flush","item":1}
            {"seq":1,"thread":1,"kind":"begin","op":"run","item":2}
            {"seq":2,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            {"seq":3,"thread":1,"kind":"note","op":"released","item":2}
            {"seq":4,"thread":1,"kind":"return","op":"enqueue","item":1}
            {"seq":5,"thread":1,"kind":"end","op":"run","item":2}
            {"seq":6,"thread":2,"kind":"return","op":"flush","item":1}
            """);

    HistoryTest() throws HistoryException {}

    private static List<Long> numbers(History history) {
        return history.events().stream().map(Event::seq).toList();
    }

    @Test
    void aPartHoldsBothEventsOfACallOrNeither() {
        assertEquals(List.of(0L, 2L, 4L, 6L), numbers(history.keep(event -> event.item() == 1)));
        assertEquals(List.of(1L, 3L, 5L), numbers(history.keep(event -> event.item() == 2)));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers(history.keep(event -> event.seq() >= 1)));
        assertEquals(List.of(0L, 6L), numbers(history.keep(event -> event.seq() == 0)));
        assertEquals(List.of(), numbers(history.keep(event -> event.seq() == 4)));
    }

    @Test
    void aPartKeepsTheEnding() {
        History part = history.keep(event -> event.item() == 1);
        assertEquals("ok", part.header().end());
        assertEquals(4, part.header().events());
    }

    @Test
    void partsByAKeyAreWhatIsKeptOfEach() {
        Map<Long, History> parts = history.split(Event::item);
        assertEquals(Set.of(1L, 2L), parts.keySet());
        parts.forEach(
                (item, part) -> assertEquals(history.keep(event -> event.item().equals(item)), part));
    }

    @Test
    void whatHasNoKeyIsInEveryPart() {
        Map<Long, History> parts = history.split(event -> event.op().equals("run") ? null : event.item());
        assertEquals(List.of(0L, 1L, 2L, 4L, 5L, 6L), numbers(parts.get(1L)));
        assertEquals(List.of(1L, 3L, 5L), numbers(parts.get(2L)));
    }

    @Test
    void aPrefixIsCutUnlessItIsAll() {
        assertEquals("cut", history.prefix(3).header().end());
        assertEquals(List.of(0L, 1L, 2L), numbers(history.prefix(3)));
        assertSame(history, history.prefix(7));
    }
}
