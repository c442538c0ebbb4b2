package workqueue.tla;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifest is sound and leaves nothing out. */
class ManifestTest {
    private static final Models MODELS = Models.load();

    @Test
    void everyConfigurationIsUsed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            TreeSet<String> unused = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".cfg"))
                    .collect(toCollection(TreeSet::new));
            MODELS.all().forEach(m -> unused.remove(m.cfg()));
            assertEquals(new TreeSet<>(), unused);
        }
    }

    @Test
    void everyModelSaysWhatItIsFor() {
        assertAll(MODELS.all().stream().map(m -> () -> {
            assertFalse(m.description().isBlank(), m.name());
            assertFalse(m.rules().isEmpty(), m.name());
        }));
    }

    @Test
    void countsArePinnedWhereAllStatesAreVisited() {
        assertAll(MODELS.all().stream().map(m -> () -> {
            Expectation expect = m.expect();
            if (expect.result() == Outcome.OK && m.tier() == Tier.OVERNIGHT && expect.distinct() == null) {
                assertTrue(m.description().endsWith("not run to its end yet"), m.name());
            } else if (expect.result() == Outcome.OK) {
                assertNotNull(expect.distinct(), m.name());
                assertNotNull(expect.generated(), m.name());
                assertEquals(m.workers() == 1, expect.depth() != null, m.name());
                assertTrue(m.mutations().isEmpty(), m.name());
            } else {
                assertNull(expect.distinct(), m.name());
                assertEquals(expect.result() == Outcome.DEADLOCK, expect.violated() == null, m.name());
            }
        }));
    }

    /** With several workers, with symmetry or with a constraint this version of TLC is wrong about liveness. */
    @Test
    void livenessIsCheckedWhereTlcIsSound() {
        assertAll(MODELS.all().stream().map(m -> () -> {
            String cfg = Resources.text(m.cfg());
            if (cfg.matches("(?s).*SPECIFICATION \\w*FairSpec.*")) {
                assertEquals(1, m.workers(), m.name());
                assertFalse(cfg.contains("SYMMETRY") || cfg.contains("CONSTRAINT "), m.name());
            }
        }));
    }

    /** A property that no mutant violates, and no module of a known defect, may be true of everything. */
    @Test
    void everyInvariantAndPropertyIsViolatedByAMutant() {
        TreeSet<String> claimed = new TreeSet<>();
        TreeSet<String> violated = new TreeSet<>();
        for (Model m : MODELS.all()) {
            if (m.expect().result() == Outcome.OK) {
                Configuration holds = m.configuration();
                holds.invariants().forEach(i -> claimed.add(m.module() + " " + i));
                holds.properties().forEach(p -> claimed.add(m.module() + " " + p));
            } else if (m.kind() != Kind.GOAL) {
                violated.add(m.module() + " " + m.expect().violated());
            }
        }
        claimed.removeAll(violated);
        assertEquals(new TreeSet<>(), claimed);
    }

    /** Whoever gives a configuration to TLC is told something by it, and what it says of a sound module is checked. */
    @Test
    void everyConfigurationHasSomethingToCheck() {
        TreeSet<String> empty = new TreeSet<>();
        TreeSet<String> unchecked = new TreeSet<>();
        MODELS.all().forEach(m -> {
            Configuration all = Configuration.of(Resources.text(m.cfg()));
            if (all.equals(all.unchecked())) {
                empty.add(m.cfg());
            }
            unchecked.add(m.cfg());
        });
        MODELS.all().stream().filter(m -> m.mutations().isEmpty()).forEach(m -> unchecked.remove(m.cfg()));
        assertEquals(new TreeSet<>(), empty);
        assertEquals(new TreeSet<>(), unchecked, "no row checks this configuration with the modules as they are");
    }

    @Test
    void namesAreUnique() {
        Model model = MODELS.all().get(0);
        assertThrows(IllegalArgumentException.class, () -> new Models(List.of(model, model)));
        assertEquals(model, MODELS.named(model.name()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | models.json, line 1, models: No content to map due to end-of-input
            null | models.json: null stands where a model has to be
            [null] | models.json: null stands where a model has to be
            {} | models.json, line 1, models: Cannot deserialize
            [{"name":1 | models.json, line 1, models[0]
            [{"name":"a","name":"b"}] | models.json, line 1, models[0]: Duplicate Object property "name"
            [{"name":"a","description":"b","module":"M","cfg":"c","expect":{"result":"ok"},"nam":"a"}] | models.json, models[0].nam: Unrecognized property "nam"
            [{"name":"a"}] | models.json, line 1, models[0]: Cannot construct
            [{"rules":[null]}] | models.json, line 1, models[0]: Cannot construct
            [{"expect":{"result":"great"}}] | models.json, line 1, models[0].expect.result: Cannot deserialize
            [{"workers":"many"}] | models.json, line 1, models[0].workers: Cannot deserialize
            [{"labels":{"sets":7}}] | models.json, line 1, models[0].labels.sets: Cannot deserialize
            [] [] | models.json, line 1, models: Trailing token
            """)
    void whatIsNoManifestIsAnsweredWithItsPlace(String text, String message) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Models.read(in));
        assertTrue(refused.getMessage().startsWith(message), refused::getMessage);
    }

    @Test
    void aManifestThatCannotBeReadIsToldOf() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThrows(IOException.class, () -> Models.read(closed));
    }
}
