package workqueue.spec.history;

import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into lines, in one buffer that never outgrows the longest allowed line. */
final class Lines {
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

    private boolean advance() throws IOException, HistoryException {
        start = number == 0 ? 0 : Math.min(end + 1, filled); // a last line may lack its newline
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
            buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return shift;
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
