package workqueue.reference.nt;

/**
 * What a kernel would stop the machine for: the caller broke a precondition.
 *
 * <p>Here it is thrown at the caller before anything has changed. One that a callback causes goes to its thread's uncaught
 * exception handler.
 */
public final class BugCheck extends RuntimeException {
    /** WDF_VIOLATION: a driver broke a rule of the driver framework; the first parameter says which. */
    public static final int WDF_VIOLATION = 0x10D;

    /** WORKER_INVALID: a system worker thread was given what it cannot run; the first parameter says what is wrong. */
    public static final int WORKER_INVALID = 0xE4;

    /** SYSTEM_THREAD_EXCEPTION_NOT_HANDLED: a callback on a system thread threw; the cause is what it threw. */
    public static final int SYSTEM_THREAD_EXCEPTION_NOT_HANDLED = 0x7E;

    /** DRIVER_VERIFIER_DETECTED_VIOLATION: a rule that only the driver verifier looks after. */
    public static final int DRIVER_VERIFIER_DETECTED_VIOLATION = 0xC4;

    private final int code;
    private final long[] parameters;

    /**
     * Makes a bug check.
     *
     * @param code the bug check's number
     * @param p1 the first of four parameters, whose meaning depends on the code
     */
    public BugCheck(int code, long p1, long p2, long p3, long p4) {
        super(String.format("bug check 0x%X (0x%X, 0x%X, 0x%X, 0x%X)", code, p1, p2, p3, p4));
        this.code = code;
        this.parameters = new long[] {p1, p2, p3, p4};
    }

    /** A bug check of which only the first parameter says something. */
    public BugCheck(int code, long p1) {
        this(code, p1, 0, 0, 0);
    }

    /** The bug check's number. */
    public int code() {
        return code;
    }

    /**
     * One of the parameters.
     *
     * @param n 1 to 4
     */
    public long parameter(int n) {
        return parameters[n - 1];
    }
}
