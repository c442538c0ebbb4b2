package workqueue.spec.history;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Splits a stream, plain or gzip, into lines, in one buffer that never outgrows the longest allowed line. */
final class Lines {
    /** The longest line that a file may have, in bytes. */
    static final int LIMIT = 1 << 20;

    /** Makes something of the lines of a file, of which the first is read. */
    interface Reading<T> {
        T from(Lines lines) throws IOException, HistoryException;
    }

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[1 << 13];
    private int start;
    private int end;
    private int filled;
    private long number;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * Reads a file.
     *
     * @throws HistoryException if it has no line, or is gzip that was cut short
     */
    static <T> T read(InputStream in, String format, Reading<T> reading) throws IOException, HistoryException {
        try {
            Lines lines = new Lines(unzipped(in), LIMIT);
            if (!lines.next()) {
                throw new HistoryException("the file is empty: the first line must be the header, {\"format\":\""
                        + format + "\",\"profile\":…}");
            }
            if (lines.isWide()) {
                throw HistoryException.at(lines.number(), "UTF-16 or UTF-32, it seems: save the file as UTF-8");
            }
            return reading.from(lines);
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

    /** Moves to the next line that is not blank; false at the end of the stream. */
    boolean next() throws IOException, HistoryException {
        do {
            if (!advance()) {
                return false;
            }
        } while (blank());
        return true;
    }

    /** The number of the current line, counted from 1. */
    long number() {
        return number;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** Where the line ends with the space that stands in the place of its newline. */
    int limit() {
        return end + 1;
    }

    private boolean advance() throws IOException, HistoryException {
        start = number == 0 ? 0 : Math.min(limit(), filled);
        number++;
        int scan = start;
        while (true) {
            while (scan < filled && buffer[scan] != '\n') {
                scan++;
            }
            if (scan - start > limit) {
                throw HistoryException.at(number, "longer than " + limit + " bytes; no event needs that much");
            }
            if (scan == filled) {
                scan -= fill();
            }
            if (scan == filled || buffer[scan] == '\n') {
                end = scan;
                buffer[end] = ' '; // also behind a last line that lacks its newline
                return scan < filled || end > start;
            }
        }
    }

    /** Reads more behind what is there; returns by how much the current line moved to the front. */
    private int fill() throws IOException {
        int shift = Math.min(start, filled);
        System.arraycopy(buffer, shift, buffer, 0, filled - shift);
        filled -= shift;
        start -= shift;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return shift;
    }

    /** Whether the line begins with a mark of wider characters than bytes, or with such a character. */
    private boolean isWide() {
        byte[] head = Arrays.copyOfRange(buffer, start, Math.min(end, start + 2));
        return Arrays.equals(head, new byte[] {(byte) 0xfe, (byte) 0xff})
                || Arrays.equals(head, new byte[] {(byte) 0xff, (byte) 0xfe})
                || head[0] == 0
                || head[head.length - 1] == 0;
    }

    private boolean blank() {
        for (int k = start; k < end; k++) {
            if (buffer[k] != ' ' && buffer[k] != '\t' && buffer[k] != '\r') {
                return false;
            }
        }
        return true;
    }
}
