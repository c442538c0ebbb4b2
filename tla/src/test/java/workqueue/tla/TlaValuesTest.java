package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlaValuesTest {
    @Test
    void scalars() {
        assertEquals(0L, TlaValues.parse("0"));
        assertEquals(-12L, TlaValues.parse(" -12 "));
        assertEquals(true, TlaValues.parse("TRUE"));
        assertEquals(false, TlaValues.parse("FALSE"));
        assertEquals("NoItem", TlaValues.parse("NoItem"));
        assertEquals("TRUEish", TlaValues.parse("TRUEish"));
        assertEquals("", TlaValues.parse("\"\""));
        assertEquals("a \"b\" \\ c, }", TlaValues.parse("\"a \\\"b\\\" \\\\ c, }\""));
    }

    @Test
    void tuples() {
        assertEquals(List.of(), TlaValues.parse("<<>>"));
        assertEquals(List.of(), TlaValues.parse("<< >>"));
        assertEquals(List.of(1L, "a", List.of("b")), TlaValues.parse("<<1, a, <<\"b\">>>>"));
    }

    @Test
    void sets() {
        assertEquals(Set.of(), TlaValues.parse("{}"));
        assertEquals(Set.of("a", Set.of(1L, 2L)), TlaValues.parse("{a, {2, 1}}"));
        assertEquals(Set.of(-1L, 0L, 1L), TlaValues.parse("-1..1"));
        assertEquals(Set.of(), TlaValues.parse("1..0"));
    }

    @Test
    void records() {
        assertEquals(
                Map.of("item", "i1", "awaitedBy", Set.of("c1")), TlaValues.parse("[item |-> i1, awaitedBy |-> {c1}]"));
    }

    @Test
    void functions() {
        assertEquals(Map.of("w1", "Idle", "w2", 3L), TlaValues.parse("(w1 :> Idle @@ w2 :> 3)"));
        assertEquals(
                Map.of(Map.of("item", "i1", "awaitedBy", Set.of()), 2L),
                TlaValues.parse("([item |-> i1, awaitedBy |-> {}] :> 2)"));
        assertEquals(Map.of("a", Map.of(1L, "x")), TlaValues.parse("(a :> (1 :> x))"));
    }

    @Test
    void states() {
        assertEquals(
                Map.of("queue", List.of("i1"), "open", true),
                TlaValues.parseState("/\\ queue = <<i1>>\n/\\ open = TRUE\n"));
        assertEquals(Map.of("x", 1L), TlaValues.parseState("x = 1"));
        assertEquals(
                List.of("b", "a"),
                List.copyOf(TlaValues.parseState("/\\ b = 1\n/\\ a = 2").keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "<<1", "<<1,>>", "{1 2}", "[a -> 1]", "[]", "(a :> 1", "\"a", "1 2", "a.b", "1.."})
    void notValues(String text) {
        assertThrows(IllegalArgumentException.class, () -> TlaValues.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/\\", "x", "x = 1 /\\", "x = 1 y = 2"})
    void notStates(String text) {
        assertThrows(IllegalArgumentException.class, () -> TlaValues.parseState(text));
    }

    @Test
    @SuppressWarnings("unchecked")
    void valuesCannotBeChanged() {
        List<Object> list = (List<Object>) TlaValues.parse("<<1>>");
        assertThrows(UnsupportedOperationException.class, () -> list.add(2L));
        Map<Object, Object> map = (Map<Object, Object>) TlaValues.parse("[a |-> 1]");
        assertThrows(UnsupportedOperationException.class, () -> map.put("b", 2L));
        Set<Object> set = (Set<Object>) TlaValues.parse("{1}");
        assertThrows(UnsupportedOperationException.class, () -> set.add(2L));
    }
}
