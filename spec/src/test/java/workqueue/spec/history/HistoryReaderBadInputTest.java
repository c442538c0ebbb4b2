package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file is answered with its place. */
class HistoryReaderBadInputTest {
    private static final String EMPTY =
            "the file is empty: the first line must be the header, {\"format\":\"workqueue-history/1\",\"profile\":…}";
    private static final String WIDE = "line 1: UTF-16 or UTF-32, it seems: save the file as UTF-8";
    private static final String INVOKE = """
            {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            """;
    private static final String RETURN = """
            {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":1}
            """;

    static Stream<Arguments> headers() {
        return Stream.of(
                bad("", EMPTY),
                bad("\n  \n\t\r\n", EMPTY),
                bad("hello\n", "line 1: not valid JSON: Unrecognized token 'hello'"),
                bad("\n\nhello\n", "line 3: not valid JSON: Unrecognized token 'hello'"),
                bad("[1]\n", "line 1: not a JSON object"),
                bad("null\n", "line 1: not a JSON object"),
                bad(
                        "{}\n",
                        "line 1: field format: missing: this is not the header of a history, \"workqueue-history/1\""),
                bad(INVOKE, "line 1: field format: missing: this is not the header of a history"),
                bad("{\"format\":1}\n", "line 1: field format: must be a string"),
                bad(
                        Bytes.HEADER.replace("/1", "/2"),
                        "line 1: field format: \"workqueue-history/2\" is not \"workqueue-history/1\", the one that is known"),
                bad("{\"format\":\"workqueue-history/1\"}\n", "line 1: field profile: missing"),
                bad(header("\"profile\":7"), "line 1: field profile: must be a string"),
                bad(header("\"profile\":\"mf\",\"end\":false"), "line 1: field end: must be a string"),
                bad(header("\"profile\":\"mf\",\"threads\":\"4\""), "line 1: field threads: must be a whole number"),
                bad(header("\"profile\":\"mf\",\"events\":-1"), "line 1: field events: must not be negative"),
                bad(header("\"profile\":\"mf\",\"parameters\":[1]"), "line 1: field parameters: must be an object"),
                bad(header("\"profile\":\"mf\",\"parameters\":\"x\""), "line 1: field parameters: must be an object"),
                bad(
                        header("\"profile\":\"mf\",\"parameters\":{\"a\":1,\"a\":2}"),
                        "line 1: not valid JSON: Duplicate Object property \"a\""),
                bad(
                        header("\"profile\":\"mf\",\"events\":3") + INVOKE + RETURN,
                        "line 1: field events: the header announces 3 events, the file holds 2: it was cut short"),
                bad(
                        header("\"profile\":\"mf\",\"events\":1") + INVOKE + RETURN,
                        "line 1: field events: the header announces 1 events, the file holds 2"),
                bad(
                        header("\"parameters\":" + "{\"a\":".repeat(1000) + "1" + "}".repeat(1000)),
                        "line 1: not valid JSON: Document nesting depth (17) exceeds the maximum allowed (16"));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                event(INVOKE.replace("\"kind\":\"invoke\",", ""), "field kind: missing"),
                event(INVOKE.replace("\"seq\":0,", ""), "field seq: missing or negative"),
                event(INVOKE.replace("\"thread\":1,", ""), "field thread: missing"),
                event(INVOKE.replace("\"op\":\"enqueue\",", ""), "field op: missing"),
                event("null\n", "not a JSON object"),
                event("{}\n", "field kind: missing"),
                event(INVOKE.replace("\"invoke\"", "3"), "field kind: must be a string"),
                event(
                        INVOKE.replace("invoke", "call"),
                        "field kind: \"call\" is none of invoke, return, begin, end, note"),
                event(INVOKE.replace("\"enqueue\"", "{}"), "field op: must be a string"),
                event(INVOKE.replace("\"thread\":1", "\"thread\":\"1\""), "field thread: must be a whole number"),
                event(seq("\"0\""), "field seq: must be a whole number"),
                event(seq("-1"), "field seq: missing or negative: every event needs its place in the order"),
                event(seq("null"), "field seq: missing or negative"),
                event(seq("0.5"), "field seq: must be a whole number"),
                event(seq("1e3"), "field seq: must be a whole number"),
                event(seq("true"), "field seq: must be a whole number"),
                event(seq("[0]"), "field seq: must be a whole number"),
                event(seq("{}"), "field seq: must be a whole number"),
                event(seq("9223372036854775808"), "field seq: must be a whole number"),
                event(seq("00"), "not valid JSON: Invalid numeric value: Leading zeroes not allowed"),
                event(seq("NaN"), "not valid JSON: Non-standard token 'NaN'"),
                event(seq("9".repeat(1_000)), "not valid JSON: Number value length (1000) exceeds the maximum allowed"),
                event(INVOKE.replace("\"item\":1", "\"item\":\"1\""), "field item: must be a whole number"),
                event(INVOKE.replace("\"item\":1", "\"queue\":1.0"), "field queue: must be a whole number"),
                event(INVOKE.replace("\"item\":1", "\"arg\":[]"), "field arg: must be a whole number"),
                event(INVOKE.replace("\"item\":1", "\"t\":\"now\""), "field t: must be a whole number"),
                event(INVOKE.replace("\"item\":1", "\"result\":0"), "field result: must be a string"),
                event(INVOKE.replace("\"item\":1", "\"seq\":0"), "not valid JSON: Duplicate Object property \"seq\""),
                event(
                        INVOKE.replace("\"item\":1", "\"item\":null,\"item\":1"),
                        "not valid JSON: Duplicate Object property"),
                event(INVOKE.strip() + RETURN, "more than one JSON object"),
                event(
                        INVOKE.replace("queue", "que\nue"),
                        "not valid JSON: Unexpected end-of-input: the line ends within the object"),
                event(INVOKE.strip() + " [", "more than one JSON object"),
                event(INVOKE.strip() + "-", "not valid JSON: "),
                event(INVOKE.strip() + " tru", "not valid JSON: Unrecognized token 'tru'"),
                event(INVOKE.strip() + "\ufeff", "not valid JSON: "),
                event("7", "not a JSON object"),
                event(INVOKE.strip() + ",\n", "not valid JSON: Unexpected character (','"),
                event("// a comment\n", "not valid JSON: Unexpected character ('/'"),
                event(INVOKE.strip().replace("}", ""), "not valid JSON: Unexpected end-of-input"),
                event(INVOKE.substring(0, 30), "not valid JSON: Unexpected end-of-input"),
                event(
                        INVOKE.replace(",", ",\n"),
                        "not valid JSON: Unexpected end-of-input: the line ends within the object"),
                event(INVOKE.replace("\"enqueue\"", "\n\"enqueue\""), "not valid JSON: Unexpected end-of-input"),
                event(INVOKE.replace("{", "{\"x\":[\n0],"), "not valid JSON: Unexpected end-of-input"),
                event(INVOKE.replace("enqueue", "e".repeat(70_000)), "not valid JSON: String value length ("),
                event(INVOKE.replace("\"op\"", "\"" + "o".repeat(300) + "\""), "not valid JSON: Name length (300)"),
                event(INVOKE.replace("enqueue", "en\0queue"), "not valid JSON: Illegal unquoted character"),
                event("\0\0\0\0", "not valid JSON: Illegal character ((CTRL-CHAR, code 0))"),
                event("[".repeat(100_000), "not a JSON object"),
                event("{\"a\":" + "[".repeat(100_000), "not valid JSON: Document nesting depth (17)"));
    }

    @Tag("R3")
    static Stream<Arguments> orders() {
        String flush = INVOKE.replace("\"seq\":0", "\"seq\":1").replace("enqueue", "flush");
        String last = RETURN.replace("\"seq\":1", "\"seq\":2");
        return Stream.of(
                bad(Bytes.HEADER + RETURN, "line 2: return of enqueue on thread 1 without its invoke"),
                bad(
                        Bytes.HEADER + RETURN.replace("return", "end").replace("enqueue", "run"),
                        "line 2: end of run on thread 1 without its begin"),
                bad(
                        Bytes.HEADER + INVOKE + RETURN.replace("\"thread\":1", "\"thread\":2"),
                        "line 3: return of enqueue on thread 2 without its invoke"),
                bad(
                        Bytes.HEADER + INVOKE + RETURN.replace("return", "end"),
                        "line 3: end of enqueue on thread 1 without its begin; open there is #0 thread 1 invoke enqueue item 1"),
                bad(Bytes.HEADER + INVOKE + RETURN + last, "line 4: return of enqueue on thread 1 without its invoke"),
                bad(
                        Bytes.HEADER + INVOKE + flush + last,
                        "line 4: return of enqueue on thread 1 without its invoke; open there is #1 thread 1 invoke flush item 1"),
                bad(
                        Bytes.HEADER + INVOKE + RETURN.replace("\"item\":1", "\"item\":2"),
                        "line 3: field item: 2 is not that of #0 thread 1 invoke enqueue item 1"),
                bad(
                        Bytes.HEADER
                                + INVOKE.replace("\"item\":1", "\"item\":1,\"queue\":5")
                                + RETURN.replace("\"item\":1", "\"item\":1,\"queue\":6"),
                        "line 3: field queue: 6 is not that of #0 thread 1 invoke enqueue item 1 queue 5"),
                bad(
                        Bytes.HEADER
                                + INVOKE.replace("invoke", "begin").replace("enqueue", "run")
                                + RETURN.replace("return", "end")
                                        .replace("enqueue", "run")
                                        .replace("\"item\":1", "\"item\":2"),
                        "line 3: end of run on thread 1 without its begin; open there is #0 thread 1 begin run item 1"),
                bad(
                        Bytes.HEADER + INVOKE + RETURN.replace("\"seq\":1", "\"seq\":0"),
                        "line 3: field seq: 0 comes after 0; sort the file by seq"),
                bad(
                        Bytes.HEADER + INVOKE.replace("\"seq\":0", "\"seq\":9") + RETURN,
                        "line 3: field seq: 1 comes after 9; sort the file by seq"));
    }

    static Stream<Arguments> bytes() {
        byte[] whole = Bytes.gzip(Bytes.of(Bytes.HEADER + INVOKE + RETURN));
        return Stream.of(
                badBytes(Arrays.copyOf(whole, 2), "the file is not whole gzip: it was cut short"),
                badBytes(Arrays.copyOf(whole, 12), "the file is not whole gzip: it was cut short"),
                badBytes(Arrays.copyOf(whole, whole.length - 9), "the file is not whole gzip: it was cut short"),
                badBytes(Arrays.copyOf(whole, whole.length - 1), "the file is not whole gzip: it was cut short"),
                badBytes(with(whole, 2, 0x77), "the file is not whole gzip: Unsupported compression method"),
                badBytes(with(whole, 12, 0xff), "the file is not whole gzip: "),
                badBytes(with(whole, whole.length - 6, 0x77), "the file is not whole gzip: Corrupt GZIP trailer"),
                badBytes(Bytes.gzip(whole), "line 1: not valid JSON: Illegal character ((CTRL-CHAR, code 31))"),
                badBytes(Bytes.gzip(new byte[0]), EMPTY),
                badBytes(
                        with(Bytes.of(Bytes.HEADER + INVOKE), Bytes.HEADER.length() + INVOKE.indexOf("invoke"), 0xff),
                        "line 2: not valid JSON: Invalid UTF-8 start byte 0xff"),
                badBytes(
                        with(Bytes.of(Bytes.HEADER + INVOKE), Bytes.HEADER.length() + INVOKE.indexOf("invoke"), 0xc3),
                        "line 2: not valid JSON: Invalid UTF-8"),
                badBytes(wide("UTF-16LE", ""), WIDE),
                badBytes(wide("UTF-16BE", ""), WIDE),
                badBytes(wide("UTF-16LE", "\ufeff"), WIDE),
                badBytes(wide("UTF-16BE", "\ufeff"), WIDE),
                badBytes(wide("UTF-32LE", "\ufeff"), WIDE),
                badBytes(wide("UTF-32BE", ""), WIDE),
                badBytes(Bytes.gzip(wide("UTF-16LE", "\ufeff")), WIDE));
    }

    private static byte[] wide(String charset, String mark) {
        return (mark + Bytes.HEADER + INVOKE).getBytes(Charset.forName(charset));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"headers", "events", "bytes"})
    void isAnsweredWithItsPlace(byte[] file, String message) {
        assertMessage(file, message);
    }

    @Tag("R3")
    @ParameterizedTest(name = "{1}")
    @MethodSource("orders")
    void R3_isAnsweredWithItsPlace(byte[] file, String message) {
        assertMessage(file, message);
    }

    @Test
    void aFileIsCutAnywhereOrRead() {
        byte[] whole = Bytes.of(Bytes.HEADER.replace("}", ",\"events\":2}") + INVOKE + RETURN);
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(HistoryException.class, () -> Bytes.read(part), "cut to " + length);
        }
    }

    private static void assertMessage(byte[] file, String message) {
        HistoryException refused = assertThrows(HistoryException.class, () -> Bytes.read(file));
        assertTrue(refused.getMessage().startsWith(message), refused::getMessage);
    }

    private static Arguments bad(String file, String message) {
        return badBytes(Bytes.of(file), message);
    }

    private static Arguments badBytes(byte[] file, String message) {
        return Arguments.of(file, message);
    }

    private static Arguments event(String line, String message) {
        return bad(Bytes.HEADER + line, "line 2: " + message);
    }

    private static String header(String fields) {
        return "{\"format\":\"workqueue-history/1\"," + fields + "}\n";
    }

    private static String seq(String value) {
        return INVOKE.replace("\"seq\":0", "\"seq\":" + value);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }
}
