package workqueue.properties.cli;

import java.io.PrintWriter;

/** One line that is written over, on a terminal only; in a pipe nothing. The launcher knows whether it is one. */
final class Progress {
    private final PrintWriter out;
    private final boolean visible = Boolean.getBoolean("wq.terminal");
    private int width;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void show(String line) {
        if (visible) {
            String cut = line.length() > 100 ? line.substring(0, 100) : line;
            out.print("\r" + cut + " ".repeat(Math.max(0, width - cut.length())));
            out.flush();
            width = cut.length();
        }
    }

    void clear() {
        if (visible && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
