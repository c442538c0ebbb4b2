package workqueue.properties.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import workqueue.spec.history.History;

/** The page as text: nothing that a recording says is markup, nothing comes from elsewhere, no other script may run. */
class HtmlPictureTest {
    private static String page() {
        return HtmlPicture.page(Samples.judged(Samples.HOSTILE, Samples.unasked()), Samples.unasked(), 100);
    }

    private static void assertTame(String page) {
        assertEquals(2, count("<script", page), "the data and the script");
        assertEquals(2, count("</script", page));
        assertEquals(0, count("<img", page));
        assertEquals(0, count("<!--", page));
        assertEquals(1, count("</noscript", page));
    }

    private static int count(String text, String page) {
        return page.split(Pattern.quote(text), -1).length - 1;
    }

    @Test
    void hostileTextIsNoMarkup() {
        assertTame(page());
        assertTrue(page().contains("\\u003c/script\\u003e\\u003cscript\\u003e"), page());
    }

    @Test
    void hostileTextOfAModelIsNoMarkup() {
        String page = HtmlTrace.page(Samples.counterexample());
        assertTame(page);
        assertTrue(page.contains("\\u003c/script\\u003e"), page);
    }

    @Test
    void statesOfTlcAreReadVariableByVariable() {
        assertEquals(
                Map.of("queue", "<<1, [a |-> 2]>>", "running", "{}"),
                TraceJson.variables("/\\ queue = <<1,\n   [a |-> 2]>>\n/\\ running = {}\n"));
        assertEquals(Map.of("x", "1"), TraceJson.variables("x = 1"));
        assertEquals(Map.of(), TraceJson.variables(""));
    }

    @Test
    void hostileTextThatIsNotEscapedWouldBeNoticed() {
        String hostile = page().replace("\\u003c", "<");
        assertThrows(AssertionFailedError.class, () -> assertTame(hostile));
    }

    @Test
    void whatIsFilledInIsNotFilledAgain() {
        assertTrue(page().contains("{{title}} $1"));
        assertEquals("{{b}} b", Html.fill("{{a}} {{b}}", Map.of("a", "{{b}}", "b", "b")));
    }

    @Test
    void lineSeparatorsAreEscaped() {
        assertEquals("\\u2028\\u2029\\u003c\\u003e\\u0026", Html.json("\u2028\u2029<>&"));
        assertEquals("&lt;&gt;&amp;&quot;&#39;\\u2028", Html.text("<>&\"'\u2028"));
    }

    @Test
    void onlyTheScriptAndStyleOfThePageAreAllowed() {
        String page = page();
        String policy = group("Content-Security-Policy\" content=\"([^\"]+)\"", page);
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.contains("script-src " + Html.hash(group("<script>(.*?)</script>", page)) + ";"), policy);
        assertTrue(policy.contains("style-src " + Html.hash(group("<style>(.*?)</style>", page)) + ";"), policy);
    }

    @Test
    void nothingComesFromElsewhere() {
        History history = Samples.lost("a queue");
        String page = HtmlPicture.page(Samples.judged("a.ndjson", history), history, 100);
        assertFalse(
                Pattern.compile("https?:|//[a-z]|@import|url\\(|src=")
                        .matcher(page)
                        .find(),
                page);
    }

    private static String group(String regex, String page) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(page);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }
}
