package workqueue.properties.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import workqueue.properties.report.Harmless;

/** Plain tables, and text from files made harmless for a terminal. */
final class Text {
    /** Why there is no answer, if memory ran out. */
    static final String OUT_OF_MEMORY =
            "the memory that the process may use was spent before an answer: lower --budget,"
                    + " or raise java's -Xmx in JAVA_TOOL_OPTIONS";

    private Text() {}

    /** Rows under one another, each column as wide as its widest cell; the last is not padded. */
    static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int k = 0; k < columns; k++) {
                widths[k] = Math.max(widths[k], row.get(k).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < columns; k++) {
                String cell = row.get(k);
                line.append(cell).append(" ".repeat(k == columns - 1 ? 0 : widths[k] - cell.length() + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    /** What is wrong with a file, in words: some exceptions know nothing but its name. */
    static String problem(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in its place";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** The text without control characters, which could move the cursor or worse. */
    static String harmless(String text) {
        return Harmless.text(text);
    }
}
