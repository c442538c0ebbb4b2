package workqueue.properties.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/** What is shown of a witness: the place of the fault, and of a long one a part that says what went before. */
class PictureTest {
    private static final Path RECORDINGS = Path.of("../spec/src/test/resources/histories");

    private static Picture picture(History history, int limit) {
        return Picture.of(history, new Oracle().judge(history), limit);
    }

    /** A long witness whose event at a place is said to be impossible. */
    private static Picture brokenAt(int place, int limit) {
        List<Event> events = Samples.many(30).events();
        Long culprit = place < events.size() ? Long.valueOf(events.get(place).seq()) : null;
        Verdict verdict = new Verdict(Verdict.Outcome.IMPLEMENTATION_VIOLATES, "R1", "", events, culprit, 0);
        return Picture.of(Samples.many(30), verdict, limit);
    }

    @Test
    void faultIsTheEventThatCannotBe() {
        assertEquals(1, picture(Samples.unasked(), 100).culprit());
    }

    @Test
    void faultIsTheEndIfSomethingIsMissing() {
        Picture picture = picture(Samples.lost("a queue"), 100);
        assertEquals(picture.steps().size() + 1, picture.culprit());
    }

    @Test
    void recordingThatConformsHasNoFault() {
        assertEquals(0, picture(Samples.empty(), 100).culprit());
    }

    @Test
    void longRecordingIsShownFromItsBeginning() {
        Picture part = picture(Samples.many(30), 10);
        assertEquals(List.of(0, 10, 120), List.of(part.first(), part.steps().size(), part.all()));
    }

    @Test
    void whatWentBeforeAPartIsItsStart() {
        Picture whole = brokenAt(61, 1000);
        Picture part = brokenAt(61, 10);
        assertTrue(part.first() > 0 && part.steps().size() == 10, part.toString());
        assertEquals(states(whole, part.first()), part.start());
        assertEquals(states(whole, part.first() + 5), states(part, 5));
    }

    private static Map<Thing, State> states(Picture picture, int steps) {
        Map<Thing, State> states = new TreeMap<>(picture.start());
        picture.steps().subList(0, steps).forEach(step -> states.putAll(step.now()));
        return states;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 119, 120})
    void partOfALongWitnessHoldsTheFault(int place) {
        Picture part = brokenAt(place, 10);
        assertEquals(place, part.first() + part.culprit() - 1);
        assertTrue(part.culprit() >= 1 && part.culprit() <= part.steps().size() + 1, part.toString());
        assertEquals(10, part.steps().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wine-mf-shutdown-pending-s1-8",
                "wine-mf-cancel-race-wait-s1-8",
                "wine-io-io-double-s1-8",
                "reactos-ks-plain-s1",
                "reactos-ks-counted-s1",
                "linux-mode0-s1",
                "simulated-dedup-1000-t8-dup",
                "simulated-fifo-1000-t8-ok",
                "libuv-async-s1"
            })
    void everyFamilyCanBeDrawn(String name) throws IOException, HistoryException {
        History history = HistoryReader.read(RECORDINGS.resolve(name + ".ndjson.gz"));
        Picture picture = picture(history, Picture.LIMIT);
        assertTrue(!picture.steps().isEmpty() && picture.steps().size() <= Picture.LIMIT);
        assertTrue(picture.culprit() <= picture.steps().size() + 1);
        List<Step> closing =
                picture.steps().stream().filter(step -> step.opener() > 0).toList();
        closing.forEach(step -> assertEquals(
                picture.steps().get(step.opener() - 1).event().op(),
                step.event().op()));
    }
}
