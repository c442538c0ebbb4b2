package workqueue.spec.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads {@code workqueue-history/1}: NDJSON, plain or gzip. Files are not trusted: a line is at most
 * {@value #MAX_LINE} bytes long, nesting is bounded, and whatever is wrong is answered with its place.
 */
public final class HistoryReader {
    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE = Lines.LIMIT;

    /** JSON that is not trusted. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1 << 16)
                    .maxNameLength(256)
                    .maxNumberLength(32)
                    .build())
            .build();

    private HistoryReader() {}

    /**
     * Reads a whole file.
     *
     * @throws HistoryException if the file is not a history
     * @throws IOException if it cannot be read
     */
    public static History read(Path file) throws HistoryException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads a whole stream; see {@link #read(Path)}. */
    public static History read(InputStream in) throws HistoryException, IOException {
        List<Event> events = new ArrayList<>();
        Header header = stream(in, first -> events::add);
        return new History(header, events);
    }

    /**
     * Reads a stream and hands over each event as it comes, in order and checked.
     *
     * @param sink takes the header and says what takes the events
     * @return the header
     */
    public static Header stream(InputStream in, Function<Header, Consumer<Event>> sink)
            throws HistoryException, IOException {
        return Lines.read(in, Header.FORMAT, lines -> {
            Header header = new HeaderParser(lines).header();
            Consumer<Event> events = sink.apply(header);
            Wellformed order = new Wellformed();
            EventParser parser = new EventParser(lines);
            long count = 0;
            while (lines.next()) {
                Event event = parser.event();
                order.accept(event, lines.number());
                events.accept(event);
                count++;
            }
            if (header.events() >= 0) {
                HistoryException.unlessEqual("events", header.events(), count);
            }
            return header;
        });
    }
}
