package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models are chosen by pattern, kind, module and rule; what chooses none is told with what may have been meant. */
class ModelChoiceTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int model(String... args) {
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.concat(Stream.of("model"), Stream.of(args)).toArray(String[]::new));
    }

    private List<String> listed(String choice) {
        out.getBuffer().setLength(0);
        assertEquals(Exit.CONFORMS, model(("--list " + choice).split(" ", -1)), err::toString);
        return out.toString().lines().map(line -> line.replaceFirst(" .*", "")).toList();
    }

    @Test
    void aPatternAndAKind() {
        List<String> mutants = listed("Kmdf* --kind mutant");
        assertTrue(mutants.contains("Kmdf-unfair-enter"), mutants::toString);
        assertTrue(mutants.stream().allMatch(name -> name.startsWith("Kmdf")), mutants::toString);
        assertFalse(mutants.contains("KmdfSerialized"), mutants::toString);
    }

    @Test
    void aModule() {
        assertEquals(List.of("CancelRace"), listed("--module CancelRace --kind defect"));
        List<String> models = listed("--module Kmdf --kind MODEL");
        assertTrue(models.contains("KmdfSerialized"), models::toString);
        assertFalse(models.contains("KmdfPublishedRepaired"), models::toString);
    }

    @Test
    void aRule() {
        List<String> models = listed("--rule KS-13");
        assertTrue(models.contains("KernelStreamingLive"), models::toString);
        assertFalse(models.contains("KmdfSerialized"), models::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KmdfLegasy | no model KmdfLegasy; did you mean KmdfLegacy
            Zzz* | no model Zzz*; wq model --list names them
            KmdfLegacy --kind mutant | no model is like that
            KmdfLegacy --kind wrong | --kind
            CancelRace --tlc none.jar | --tlc: none.jar is no jar that can be read
            """)
    void whatChoosesNoneIsRefused(String args, String message) {
        assertEquals(Exit.USAGE, model(args.split(" ", -1)));
        assertTrue(err.toString().contains(message), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aModelIsWrittenForTlcAlone() {
        Path written = folder.resolve("written");
        assertEquals(Exit.CONFORMS, model("CancelRace", "--write", written.toString()), err::toString);
        assertEquals(
                "cd " + written + " && java -cp tla2tools.jar tlc2.TLC"
                        + " -workers 1 -lncheck final -config CancelRace.cfg CancelRace",
                out.toString().strip());
        assertTrue(Files.exists(written.resolve("CancelRace.tla")));
        assertTrue(Files.exists(written.resolve("CancelRace.cfg")));
    }

    /** The folder is edited while it is used, so what is wrong in it is the user's to know, in one line. */
    @Test
    void whatIsWrongInTheFolderIsTold() throws IOException {
        edited("[{\"name\":1", "models.json, line 1, models[0]", "--list");
        String row = "{\"name\":\"Mine\",\"description\":\"d\",\"module\":\"Mine\",\"cfg\":\"Mine.cfg\",%s"
                + "\"expect\":{\"result\":\"invariant\",\"violated\":\"I\"}}";
        edited("[" + row.formatted("") + "]", "models.json, model Mine: there is no Mine.tla", "--list");
        Files.writeString(Files.createDirectories(folder.resolve("models")).resolve("Mine.cfg"), "INVARIANT I");
        Files.writeString(Files.createDirectories(folder.resolve("modules")).resolve("Mine.tla"), "nothing");
        String mutation = "\"mutations\":[{\"file\":\"Mine.tla\",\"find\":\"some\",\"replace\":\"\"}],";
        edited(
                "[" + row.formatted(mutation) + "]",
                "Mine: Mine.tla does not contain the text to mutate: some",
                "Mine",
                "--write",
                folder.resolve("written").toString());
    }

    private void edited(String manifest, String message, String... args) throws IOException {
        Files.writeString(folder.resolve("models.json"), manifest);
        System.setProperty("workqueue.tla", folder.toString());
        try {
            err.getBuffer().setLength(0);
            assertEquals(Exit.USAGE, model(args), err::toString);
            assertTrue(err.toString().contains(message), err::toString);
        } finally {
            System.clearProperty("workqueue.tla");
        }
    }

    @Test
    void aJarWithoutTlcIsRefused() throws IOException {
        Path jar = Files.writeString(folder.resolve("tla2tools.jar"), "no jar");
        assertEquals(Exit.USAGE, model("CancelRace", "--tlc", jar.toString()));
        assertTrue(err.toString().contains("is no jar that can be read"), err::toString);
    }
}
