package workqueue.spec.history;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads {@code workqueue-history/1}: NDJSON, plain or gzip. Files are not trusted: a line is at most
 * {@value #MAX_LINE} bytes long, nesting is bounded, and whatever is wrong is answered with its place.
 */
public final class HistoryReader {
    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE = 1 << 20;

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
        Header header = stream(in, events::add);
        return new History(header, events);
    }

    /**
     * Reads a stream and hands over each event as it comes, in order and checked.
     *
     * @return the header
     */
    public static Header stream(InputStream in, Consumer<Event> sink) throws HistoryException, IOException {
        try {
            Lines lines = new Lines(unzipped(in), MAX_LINE);
            if (!lines.next()) {
                throw new HistoryException("the file is empty: the first line must be the header," + " {\"format\":\""
                        + Header.FORMAT + "\",\"profile\":…}");
            }
            Header header = new LineParser(lines).header();
            Wellformed order = new Wellformed();
            long events = 0;
            while (lines.next()) {
                Event event = new LineParser(lines).event();
                order.accept(event, lines.number());
                sink.accept(event);
                events++;
            }
            if (header.events() >= 0 && header.events() != events) {
                throw HistoryException.at(
                        1,
                        "field events: the header announces " + header.events() + " events, the file holds " + events
                                + (events < header.events() ? ": it was cut short" : ""));
            }
            return header;
        } catch (EOFException e) {
            throw new HistoryException("the file is not whole gzip: it was cut short");
        } catch (ZipException e) {
            throw new HistoryException("the file is not whole gzip: " + e.getMessage());
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
