package workqueue.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.history.HistoryWriter;

/** The reader of histories: any bytes are a history, which can be written and is read again, or refused. */
public final class HistoryFuzz {
    private HistoryFuzz() {}

    /** What the fuzzer calls, with whatever it makes up. */
    public static void fuzzerTestOneInput(byte[] file) throws IOException {
        History history;
        try {
            history = read(file);
        } catch (HistoryException e) {
            Refusal.check(e, "(line \\d+: |the file is ).+");
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryWriter.write(history, out);
        try {
            if (!read(out.toByteArray()).events().equals(history.events())) {
                throw new AssertionError("what was written is not what was read");
            }
        } catch (HistoryException e) {
            throw new AssertionError("what was read cannot be written", e);
        }
    }

    private static History read(byte[] file) throws IOException, HistoryException {
        return HistoryReader.read(new ByteArrayInputStream(file));
    }
}
