package workqueue.properties.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import workqueue.spec.history.History;
import workqueue.tla.Model;
import workqueue.tla.Models;
import workqueue.tla.Tlc;

/**
 * The picture in a browser: what it shows at a step, how it is moved, and that nothing in a recording is executed. Skipped
 * where there is no browser. With {@code -Dpicture.write} it writes the pictures that the documents show.
 */
class PictureIT {
    private static final String NO_BROWSER =
            "SKIPPED: no Chromium on this machine, so nobody looks at the pictures; install one or say -Dbrowser=PATH";
    private static final int LEFT = 37;
    private static final int RIGHT = 39;
    private static final int HOME = 36;
    private static final int END = 35;

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> executable = Browser.find();
        if (executable.isEmpty()) {
            System.out.println(NO_BROWSER);
        }
        assumeTrue(executable.isPresent(), NO_BROWSER);
        browser = Browser.start(executable.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String page, String address) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.html"), page);
        browser.open(file.toUri() + address);
    }

    private static void openLost(String address) throws IOException, InterruptedException {
        History history = Samples.lost("a pool and a set of what is pending");
        open(HtmlPicture.page(Samples.judged("burst.ndjson", history), history, 100), address);
    }

    private static String shown(String selector) {
        return browser.evaluate("document.querySelector('" + selector + "').textContent");
    }

    private static int count(String selector) {
        return Integer.parseInt(browser.evaluate(
                "[...document.querySelectorAll('" + selector + "')].filter(e => e.offsetParent !== null).length"));
    }

    private static void choose(String id, String value) {
        browser.evaluate(
                "(s => { s.value = '%s'; s.dispatchEvent(new Event('change')); })(document.getElementById('%s'))"
                        .formatted(value, id));
    }

    private static void assertStep(int step) {
        assertTrue(shown("#now").startsWith("step " + step + " of "), shown("#now"));
        assertEquals("#step=" + step, browser.evaluate("location.hash"));
        assertEquals(String.valueOf(step), browser.evaluate("document.getElementById('slider').value"));
    }

    @Test
    void ruleIsPinnedAndTheFaultIsWhereThePictureStarts() throws Exception {
        openLost("");
        assertEquals("implementation-violates P1", shown("h1"));
        assertTrue(shown("#sentence").startsWith("P1 (MUST): Every enqueue"), shown("#sentence"));
        assertTrue(shown("#now").endsWith("the end of the recording — breaks P1"), shown("#now"));
        assertEquals("P1", shown("#culprit"));
        assertEquals(
                "true",
                browser.evaluate("%1$s('#culprit').left > %1$s('.bar.run').right"
                        .formatted("(s => document.querySelector(s).getBoundingClientRect())")),
                "the end is behind the run");
        assertTrue(shown("#facts").contains("events of the witness shown; 10 events were recorded"), shown("#facts"));
        assertEquals(2, count(".lane"));
        assertEquals("thread 9, worker", browser.evaluate("document.querySelectorAll('.name')[1].textContent"));
    }

    @Test
    void addressNamesAStepAndTheStateIsThatAfterIt() throws Exception {
        openLost("#step=3");
        assertStep(3);
        assertEquals("item 71", shown("#state tbody")); // running 1, and nothing else
        assertEquals("3", shown("#events tr[aria-current=step] td"));
        browser.evaluate("location.hash = '#step=2'");
        assertEquals("item 711", shown("#state tbody")); // pending 1, owed 1
        browser.evaluate("location.hash = '#step=99999'");
        assertTrue(shown("#now").contains("the end of the recording"), shown("#now"));
        browser.evaluate("location.hash = '#step=<img>'");
        assertTrue(shown("#now").contains("the end of the recording"), shown("#now"));
    }

    @Test
    void keysMove() throws Exception {
        openLost("#step=3");
        browser.press("ArrowRight", RIGHT);
        assertStep(4);
        browser.press("ArrowLeft", LEFT);
        browser.press("ArrowLeft", LEFT);
        assertStep(2);
        browser.press("Home", HOME);
        assertStep(0);
        browser.press("ArrowLeft", LEFT);
        assertStep(0);
        browser.press("End", END);
        int last = Integer.parseInt(browser.evaluate("document.getElementById('slider').max"));
        assertStep(last);
        browser.evaluate("document.getElementById('slider').focus()");
        browser.press("ArrowLeft", LEFT);
        assertStep(last - 1);
    }

    @Test
    void filterHidesEventsAndIsNoSecret() throws Exception {
        History history = Samples.many(3);
        open(HtmlPicture.page(Samples.judged("three.ndjson", history), history, 100), "#step=0");
        assertEquals(12, count("#events tbody tr"));
        choose("items", "1");
        assertEquals(4, count("#events tbody tr"));
        assertEquals("4 of 12 events match", shown("#count"));
        browser.press("ArrowRight", RIGHT);
        assertStep(5);
        choose("threads", "1");
        assertEquals(2, count("#events tbody tr"));
        assertEquals("2 of 12 events match", shown("#count"));
    }

    @Test
    void partOfALongRecordingSaysSo() throws Exception {
        History history = Samples.many(30);
        open(HtmlPicture.page(Samples.judged("long.ndjson", history), history, 10), "");
        assertTrue(
                shown("#facts").contains("10 of 120 events of the recording shown, from its event 1 on"),
                shown("#facts"));
        assertEquals(10, count("#events tbody tr"));
    }

    @Test
    void darkSchemeIsFollowed() throws Exception {
        String colour = "getComputedStyle(document.body).backgroundColor";
        openLost("");
        assertEquals("rgb(255, 255, 255)", browser.evaluate(colour));
        scheme("dark");
        assertNotEquals("rgb(255, 255, 255)", browser.evaluate(colour));
        scheme("light");
    }

    private static void scheme(String name) {
        browser.send(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + name + "\"}]}");
    }

    @Test
    void withoutScriptsThereIsText() throws Exception {
        browser.send("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
        try {
            openLost("");
            assertTrue(shown("noscript pre").contains("#5 thread 0 invoke enqueue item 7"), shown("noscript pre"));
            assertEquals("true", browser.evaluate("document.getElementById('page').hidden"));
        } finally {
            browser.send("Emulation.setScriptExecutionDisabled", "{\"value\":false}");
        }
    }

    private static String hostilePage(History history) {
        return HtmlPicture.page(Samples.judged(Samples.HOSTILE, history), history, 100);
    }

    private static void assertNothingIsExecuted(String page) throws IOException, InterruptedException {
        open(page, ""); // which waits for images, too, and so for handlers of such as fail to load
        assertTrue(!browser.evaluate("document.title").equals("owned"), "a recording's text was executed");
        assertEquals("0", browser.evaluate("document.querySelectorAll('img').length"));
        for (String event : browser.events()) {
            assertTrue(
                    !event.contains("Page.javascriptDialogOpening") && !event.contains("Runtime.exceptionThrown"),
                    event);
            assertTrue(!event.contains("Network.requestWillBeSent") || event.contains("page.html"), event);
        }
    }

    @Test
    void hostileRecordingExecutesNothingAndIsShownAsItIs() throws Exception {
        assertNothingIsExecuted(hostilePage(Samples.unasked()));
        assertTrue(shown("#facts").contains(Samples.HOSTILE), shown("#facts"));
        assertTrue(shown("h1").contains("R1"), shown("h1"));
        assertNothingIsExecuted(hostilePage(Samples.hostile()));
        assertTrue(shown(".bar").contains(Samples.HOSTILE), shown(".bar"));
        assertTrue(shown("#events td:last-child").contains(Samples.HOSTILE), shown("#events"));
    }

    @Test
    void executionWouldBeNoticed() {
        String naked = hostilePage(Samples.unasked())
                .replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        assertThrows(AssertionFailedError.class, () -> assertNothingIsExecuted(naked));
    }

    @Test
    void policyAloneKeepsForeignScriptsFromRunning() throws Exception {
        open(hostilePage(Samples.unasked()).replace("\\u003c", "<").replace("\\u003e", ">"), "");
        assertNotEquals("owned", browser.evaluate("document.title"));
        assertTrue(browser.events().stream().anyMatch(event -> event.contains("Content Security Policy")));
    }

    @Test
    void counterexampleOfAModelHasLanesOfActionsAndVariablesAfterEach() throws Exception {
        assertNothingIsExecuted(HtmlTrace.page(Samples.counterexample()));
        assertEquals("violates AtMostOne", shown("h1"));
        assertTrue(shown("#now").endsWith("Enqueue(" + Samples.HOSTILE + ") — violates AtMostOne"), shown("#now"));
        assertEquals(3, count("#events tbody tr"));
        assertEquals(2, count(".lane"));
        assertEquals("Enqueue", browser.evaluate("document.querySelectorAll('.name')[1].textContent"));
        assertEquals("queue<<1, 1>>running{}", shown("#state tbody"));
        assertEquals(1, count("#state tr.changed"));
        browser.press("Home", HOME);
        assertStep(0);
        browser.press("ArrowRight", RIGHT);
        assertEquals("queue<<>>running{}", shown("#state tbody"));
        assertEquals(0, count(".recorded"));
    }

    @Test
    void pictureOfTheReadmeIsOfThisPage() throws Exception {
        openLost("#step=7");
        assertPictured(Path.of("picture.png"));
    }

    @Test
    void pictureOfACounterexampleIsOfWhatTlcFinds() throws Exception {
        Model defect = Models.load().named("KmdfPublished-one-slot").orElseThrow();
        open(HtmlTrace.page(new Tlc().run(defect)), "");
        assertTrue(shown("h1").startsWith("violates "), shown("h1"));
        assertPictured(Path.of("counterexample.png"));
    }

    private static void assertPictured(Path shown) throws IOException {
        byte[] png = browser.screenshot(1000, 640);
        assertTrue(png.length > 10_000, "bytes: " + png.length);
        if (System.getProperty("picture.write") != null) {
            Files.write(shown, png);
        }
        assertTrue(Files.size(shown) < 200_000);
    }
}
