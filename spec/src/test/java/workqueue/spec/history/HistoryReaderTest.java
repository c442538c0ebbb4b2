package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says is what is read. */
class HistoryReaderTest {
    private static final String CALL = """
            {"seq":3,"t":20,"thread":1,"kind":"invoke","op":"put","queue":5,"item":7,"arg":-1}
            {"seq":8,"t":10,"thread":1,"kind":"return","op":"put","queue":5,"item":7,"result":"0x00000000"}
            """;
    private static final List<Event> EVENTS = List.of(
            new Event(3, 20, 1, Kind.INVOKE, "put", 5L, 7L, -1L, null),
            new Event(8, 10, 1, Kind.RETURN, "put", 5L, 7L, null, "0x00000000"));

    @Test
    void everyFieldIsRead() throws HistoryException {
        History history = Bytes.read("""
                {"format":"workqueue-history/1","profile":"mf","implementation":"it","scenario":"some","threads":4,\
                "end":"hang","events":2,"parameters":{"flag":true,"count":3,"word":"w","inner":{"a":{"b":1}},\
                "list":[1,null,{"c":"d"}]}}
                """ + CALL);
        Map<String, Object> parameters = Map.of(
                "flag",
                true,
                "count",
                3L,
                "word",
                "w",
                "inner",
                Map.of("a", Map.of("b", 1L)),
                "list",
                List.of(1L, Map.of("c", "d")));
        assertEquals(new Header("mf", "it", "some", 4, "hang", 2, parameters), history.header());
        assertEquals(EVENTS, history.events());
    }

    @Test
    void whatIsAbsentIsNotMadeUp() throws HistoryException {
        History history = Bytes.read(Bytes.HEADER + """
                {"seq":0,"thread":1,"kind":"note","op":"released"}
                """);
        assertEquals(new Header("kmdf", "unknown", "", -1, "ok", -1, Map.of()), history.header());
        assertEquals(List.of(new Event(0, -1, 1, Kind.NOTE, "released", null, null, null, null)), history.events());
    }

    @Test
    void anItemMayBeNamedAndACallMayReturnSeveral() throws HistoryException {
        History history = Bytes.read(Bytes.HEADER + """
                {"seq":0,"thread":1,"kind":"note","op":"x","item":"i7","items":["i3",12]}
                {"seq":1,"thread":1,"kind":"note","op":"x"}
                """);
        assertEquals(
                List.of(
                        new Event(0, -1, 1, Kind.NOTE, "x", null, 7L, null, null, List.of(3L, 12L)),
                        new Event(1, -1, 1, Kind.NOTE, "x", null, null, null, null)),
                history.events());
        for (String wrong : List.of("\"item\":\"7\"", "\"item\":\"ix\"", "\"items\":7", "\"items\":[null]")) {
            String line = "{\"seq\":0,\"thread\":1,\"kind\":\"note\",\"op\":\"x\"," + wrong + "}";
            assertThrows(HistoryException.class, () -> Bytes.read(Bytes.HEADER + line), wrong);
        }
    }

    @Test
    void unknownFieldsAndNullsMeanNothing() throws HistoryException {
        History history = Bytes.read(Bytes.HEADER + """
                {"seq":0,"thread":1,"kind":"note","op":"x","item":null,"later":{"a":[1,{"b":[]}]},"more":[[]],"f":1.5,"f":2}
                """);
        assertEquals(List.of(new Event(0, -1, 1, Kind.NOTE, "x", null, null, null, null)), history.events());
    }

    @ParameterizedTest
    @CsvSource({"'\n', '\r\n'", "'\n', '\n\n  \t\n'", "'\n', '   \n'", "'{\"seq\"', ' {  \"seq\"'"})
    void whitespaceMeansNothing(String some, String other) throws HistoryException {
        assertEquals(
                EVENTS, Bytes.read((Bytes.HEADER + CALL).replace(some, other)).events());
    }

    @Test
    void aLastLineMayLackItsNewline() throws HistoryException {
        assertEquals(EVENTS, Bytes.read((Bytes.HEADER + CALL).stripTrailing()).events());
        assertEquals(List.of(), Bytes.read(Bytes.HEADER.strip()).events());
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws HistoryException {
        assertEquals(EVENTS, Bytes.read("\uFEFF" + Bytes.HEADER + CALL).events());
    }

    @Test
    void gzipIsRecognizedByItsContent() throws HistoryException, IOException {
        assertEquals(
                EVENTS, Bytes.read(Bytes.gzip(Bytes.of(Bytes.HEADER + CALL))).events());
        ByteArrayOutputStream twoMembers = new ByteArrayOutputStream();
        twoMembers.write(Bytes.gzip(Bytes.of(Bytes.HEADER)));
        twoMembers.write(Bytes.gzip(Bytes.of(CALL)));
        assertEquals(EVENTS, Bytes.read(twoMembers.toByteArray()).events());
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws HistoryException, IOException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), Bytes.HEADER + CALL);
        assertEquals(EVENTS, HistoryReader.read(file).events());
    }

    @Test
    void eventsAreHandedOverAsTheyCome() throws HistoryException, IOException {
        java.util.ArrayList<Event> seen = new java.util.ArrayList<>();
        Header header = HistoryReader.stream(
                new java.io.ByteArrayInputStream(Bytes.of(Bytes.HEADER + CALL)), first -> seen::add);
        assertEquals("kmdf", header.profile());
        assertEquals(EVENTS, seen);
    }

    @Test
    void callsNestOnAThreadAndOverlapOnOthers() throws HistoryException {
        History history = Bytes.read(Bytes.HEADER + """
                {"seq":0,"thread":1,"kind":"begin","op":"run","item":1}
                {"seq":1,"thread":2,"kind":"invoke","op":"flush","item":1}
                {"seq":2,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":3,"thread":1,"kind":"return","op":"enqueue","item":1}
                {"seq":4,"thread":1,"kind":"end","op":"run","item":1}
                {"seq":5,"thread":2,"kind":"return","op":"flush","item":1}
                {"seq":6,"thread":2,"kind":"invoke","op":"flush","item":1}
                """);
        assertEquals(7, history.events().size());
    }

    @ParameterizedTest
    @CsvSource({"0x00000000, 0", "0xC00D36FF, 3222091519", "0xc00d36ff, 3222091519", "0x0, 0", "0xFFFFFFFF, 4294967295"
    })
    void aStatusIsANumberInHexadecimal(String result, long status) {
        assertEquals(status, event(result).status());
    }

    @ParameterizedTest
    @CsvSource({"''", "accepted", "0x", "0x-1", "0x+1", "0x100000000", "00000000", "0xG", "' 0x0'"})
    void anythingElseIsNoStatus(String result) {
        assertNull(event(result).status());
    }

    @Test
    void parametersHaveTypes() {
        Map<String, Object> parameters = Map.of("yes", true, "word", "true", "count", 3L);
        Header header = new Header("kmdf", "", "", -1, "ok", -1, parameters);
        assertTrue(header.flag("yes"));
        assertFalse(header.flag("word"));
        assertFalse(header.flag("absent"));
        assertEquals(3, header.number("count", 7));
        assertEquals(7, header.number("yes", 7));
        assertEquals(7, header.number("absent", 7));
    }

    @Test
    void parametersAreCopiedAndStay() {
        Map<String, Object> queue = new HashMap<>(Map.of("ordered", true));
        Map<String, Object> parameters = new HashMap<>(Map.of("queues", queue, "list", new ArrayList<>(List.of(1L))));
        Header header = new Header("linux", "", "", -1, "ok", -1, parameters);
        queue.put("ordered", false);
        parameters.clear();
        assertEquals(Map.of("queues", Map.of("ordered", true), "list", List.of(1L)), header.parameters());
        assertThrows(UnsupportedOperationException.class, header.parameters()::clear);
        assertThrows(UnsupportedOperationException.class, ((Map<?, ?>)
                header.parameters().get("queues"))::clear);
        assertThrows(UnsupportedOperationException.class, ((List<?>)
                header.parameters().get("list"))::clear);
    }

    @Test
    void parametersOfOtherTypesAreRefused() {
        Map<String, Object> parameters = Map.of("workers", 2);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Header("kmdf", "", "", -1, "ok", -1, parameters),
                "an Integer");
    }

    private static Event event(String result) {
        return new Event(0, -1, 1, Kind.RETURN, "put", null, null, null, result);
    }
}
