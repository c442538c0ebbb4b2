package workqueue.spec.oracle;

import java.io.IOException;
import java.io.InputStream;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;

/** The recordings of real implementations among the test's resources. */
final class Recordings {
    private Recordings() {}

    static History read(String name) throws IOException, HistoryException {
        try (InputStream in = Recordings.class.getResourceAsStream("/histories/" + name + ".ndjson.gz")) {
            return HistoryReader.read(in);
        }
    }
}
