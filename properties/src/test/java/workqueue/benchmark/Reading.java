package workqueue.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.history.HistoryWriter;
import workqueue.spec.history.Kind;

/**
 * Reads a recording of a hundred thousand calls into memory. Beside it the JSON library goes through the same bytes and
 * keeps nothing, which no reader that uses it can be faster than.
 */
@State(Scope.Thread)
public class Reading {
    private static final int CALLS = 100_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] file = file();

    /** The recording: each call is of one of 64 items and returns at once. */
    static byte[] file() {
        List<Event> events = new ArrayList<>();
        for (long call = 0; call < CALLS; call++) {
            long thread = call % 8;
            long item = call * 31 % 64;
            long nanos = 500 * call;
            events.add(new Event(2 * call, nanos, thread, Kind.INVOKE, "enqueue", null, item, null, null));
            events.add(
                    new Event(2 * call + 1, nanos + 90, thread, Kind.RETURN, "enqueue", null, item, null, "accepted"));
        }
        Header header = new Header("dedup", "none", "reading", 8, "ok", events.size(), Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryWriter.write(new History(header, events), out);
        return out.toByteArray();
    }

    @Benchmark
    public History history() throws IOException, HistoryException {
        return HistoryReader.read(new ByteArrayInputStream(file));
    }

    @Benchmark
    public long tokens() {
        long tokens = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(file))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
