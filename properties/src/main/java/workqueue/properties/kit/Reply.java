package workqueue.properties.kit;

/**
 * What a call answered.
 *
 * @param status the 32-bit status as an unsigned number, or null
 * @param queue the identifier of a queue that was allocated, or null
 * @param key what can be cancelled by it, or null
 */
public record Reply(Long status, Long queue, Long key) {
    /** The answer of an operation without a result. */
    public static final Reply NOTHING = new Reply(null, null, null);

    /** A status alone. */
    public static Reply status(int status) {
        return new Reply(Integer.toUnsignedLong(status), null, null);
    }

    /** Whether the call says that it did what was asked. */
    public boolean succeeded() {
        return status == null || status < 0x8000_0000L;
    }
}
