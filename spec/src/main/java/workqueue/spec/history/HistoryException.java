package workqueue.spec.history;

import tools.jackson.core.JacksonException;

/** A file that is not a history, or not a certificate: says where (line and field) and what to do about it. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1;

    HistoryException(String message) {
        super(message);
    }

    static HistoryException at(long line, String problem) {
        return new HistoryException("line " + line + ": " + problem);
    }

    /** A header that announces another number of lines than there are is wrong. */
    static void unlessEqual(String field, long announced, long found) throws HistoryException {
        if (announced != found) {
            throw at(
                    1,
                    "field " + field + ": the header announces " + announced + " " + field + ", the file holds " + found
                            + (found < announced ? ": it was cut short" : ""));
        }
    }

    static HistoryException ofField(long line, String field, String problem) {
        return at(line, "field " + field + ": " + problem);
    }

    static HistoryException ofJson(long line, JacksonException e) {
        String problem = e.getOriginalMessage().lines().findFirst().orElse("").strip();
        return at(line, "not valid JSON: " + problem);
    }
}
