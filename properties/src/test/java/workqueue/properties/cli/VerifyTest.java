package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates as a user meets them: written by {@code wq check}, checked by {@code wq verify}. */
class VerifyTest {
    private static final String HEADER = "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}\n";
    private static final String ENQUEUED = """
            {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":1}
            """;
    private static final String RUN = """
            {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":3,"thread":9,"kind":"end","op":"run","item":1}
            """;

    @TempDir
    private Path folder;

    private Path recording;
    private Path certificate;
    private String out;
    private String err;

    @BeforeEach
    void name() {
        recording = folder.resolve("recording.ndjson");
        certificate = folder.resolve("certificate.ndjson");
    }

    private int wq(Object... args) {
        StringWriter printed = new StringWriter();
        StringWriter wrong = new StringWriter();
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int exit = Main.run(new PrintWriter(printed, true), new PrintWriter(wrong, true), words);
        out = printed.toString();
        err = wrong.toString();
        return exit;
    }

    private int check(String events) throws IOException {
        Files.writeString(recording, HEADER + events);
        return wq("check", recording, "--certificate", certificate);
    }

    @Test
    void whatConformsIsProved() throws IOException {
        assertEquals(Exit.CONFORMS, check(ENQUEUED + RUN));
        assertEquals(Exit.CONFORMS, wq("verify", recording, certificate));
        assertEquals(
                recording + ": the certificate holds: conforms: 6 steps explain its 4 events" + System.lineSeparator(),
                out);
    }

    @Test
    void aViolationIsProved() throws IOException {
        assertEquals(Exit.VIOLATION, check(RUN));
        assertEquals(Exit.CONFORMS, wq("verify", recording, certificate));
        assertTrue(out.contains("the certificate holds: implementation-violates R1: no order of its 1 events"), out);
    }

    @Test
    void whatWasTamperedWithIsRefused() throws IOException {
        check(ENQUEUED + RUN);
        Files.writeString(certificate, Files.readString(certificate).replace("\"event\":3", "\"event\":4"));
        assertEquals(Exit.VIOLATION, wq("verify", recording, certificate));
        assertTrue(out.contains("the certificate is refused: conforms: event #4 is not the next"), out);
    }

    @Test
    void whatIsNotWholeIsBadInput() throws IOException {
        check(ENQUEUED + RUN);
        String whole = Files.readString(certificate);
        Files.writeString(certificate, whole.substring(0, whole.lastIndexOf('{')));
        assertEquals(Exit.USAGE, wq("verify", recording, certificate));
        assertTrue(err.contains(certificate + ": line 1: field steps: the header announces 6 steps"), err);
        assertEquals("", out);
        assertEquals(Exit.USAGE, wq("verify", recording, folder.resolve("none")));
        assertTrue(err.contains("none: cannot be read: no such file"), err);
        assertEquals(Exit.USAGE, wq("verify", certificate, certificate));
        assertTrue(err.contains("\"workqueue-certificate/1\" is not \"workqueue-history/1\""), err);
    }

    @Test
    void aCertificateIsOfOneRecording() throws IOException {
        Files.writeString(recording, HEADER);
        assertEquals(Exit.USAGE, wq("check", recording, recording, "--certificate", certificate));
        assertTrue(err.contains("--certificate is of one recording"), err);
        assertEquals(Exit.USAGE, wq("check", folder, "--certificate", certificate));
        assertFalse(Files.exists(certificate));
    }

    @Test
    void whatIsNotDecidedHasNoCertificate() throws IOException {
        Files.writeString(recording, HEADER + ENQUEUED + RUN);
        int exit = wq("check", recording, "--budget", "1", "--certificate", certificate);
        assertEquals(Exit.INCONCLUSIVE, exit);
        assertTrue(err.contains("nothing is decided and verified"), err);
        assertFalse(Files.exists(certificate));
    }

    @Test
    void aSmallBudgetRefutesNothing() throws IOException {
        check(ENQUEUED + RUN + RUN.replace("seq\":2", "seq\":4").replace("seq\":3", "seq\":5"));
        assertEquals(Exit.CONFORMS, wq("verify", recording, certificate));
        assertEquals(Exit.INCONCLUSIVE, wq("verify", recording, certificate, "--budget", "1"));
        assertEquals(Exit.USAGE, wq("verify", recording, certificate, "--budget", "0"));
    }
}
