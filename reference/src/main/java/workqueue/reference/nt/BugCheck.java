package workqueue.reference.nt;

/**
 * What a kernel would stop the machine for: the caller broke a precondition.
 *
 * <p>Here it is thrown at the caller before anything has changed.
 */
public final class BugCheck extends RuntimeException {
    /** WDF_VIOLATION: a driver broke a rule of the driver framework; the first parameter says which. */
    public static final int WDF_VIOLATION = 0x10D;

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
