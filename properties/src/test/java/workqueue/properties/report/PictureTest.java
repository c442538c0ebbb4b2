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
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;

/** What is shown of a witness: the place of the fault, and of a long one a part that says what went before. */
class PictureTest {
    private static final Path RECORDINGS = Path.of("../spec/src/test/resources/histories");

    private static Picture picture(History history, int limit) {
        return Picture.of(history, new Oracle().judge(history), limit);
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
    void longRecordingIsShownInPartAndTheRestIsItsStart() {
        History history = Samples.many(30);
        Picture whole = picture(history, 1000);
        Picture part = picture(history, 10);
        assertEquals(10, part.steps().size());
        assertEquals(history.events().size(), part.all());
        assertEquals(states(whole, part.first()), part.start());
        assertEquals(
                whole.steps().subList(part.first(), part.first() + 10).stream()
                        .map(Step::now)
                        .toList(),
                part.steps().stream().map(Step::now).toList());
    }

    private static Map<Thing, State> states(Picture picture, int steps) {
        Map<Thing, State> states = new TreeMap<>(picture.start());
        picture.steps().subList(0, steps).forEach(step -> states.putAll(step.now()));
        return states;
    }

    @Test
    void partHoldsTheFault() {
        History history = Samples.lostAfter(40);
        Picture part = Picture.of(history, new Oracle().judge(history), 1);
        assertTrue(part.culprit() >= 1 && part.culprit() <= part.steps().size() + 1, part.toString());
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
