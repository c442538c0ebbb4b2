package workqueue.spec.history;

/** A file that is not a history: says where (line and field) and what to do about it. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1;

    HistoryException(String message) {
        super(message);
    }

    static HistoryException at(long line, String problem) {
        return new HistoryException("line " + line + ": " + problem);
    }
}
