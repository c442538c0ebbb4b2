package workqueue.properties.cli;

/**
 * Something the user gave is wrong: the message says what and where, and how to mend it. It may have parts of what was
 * given as they are; who prints it makes them harmless.
 */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
