package workqueue.properties.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output. Who reads it may have enough, as {@code head} does: what is written after that goes nowhere, and nothing
 * is wrong. Every other failure, such as a full disk, is one; {@link System#out} would not tell them apart.
 */
final class StandardOutput extends FilterOutputStream {
    private boolean closed;

    /** Writes to the standard output of the process. */
    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (closed) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) { // there is no type of its own for it
                throw e;
            }
            closed = true;
        }
    }
}
