package workqueue.reference.mf;

/**
 * An HRESULT: the number that every operation answers.
 *
 * @param code the number, as the C headers have it; negative for an error
 */
public record HResult(int code) {
    /** The operation succeeded. */
    public static final HResult S_OK = new HResult(0);

    /** The operation is not there, which is no error of a callback without parameters (rule MF-41). */
    public static final HResult E_NOTIMPL = new HResult(0x80004001);

    /** There is no object, or none was given. */
    public static final HResult E_POINTER = new HResult(0x80004003);

    /** There are too many private queues (rule MF-23). */
    public static final HResult E_FAIL = new HResult(0x80004005);

    /** There is no such kind of queue, no such base of one (XM-14), or no such time. */
    public static final HResult E_INVALIDARG = new HResult(0x80070057);

    /** The key names nothing that can be cancelled (rule MF-51). */
    public static final HResult MF_E_NOT_FOUND = new HResult(0xC00D36D5);

    /** The caller was built for another version of the platform (rule MF-7). */
    public static final HResult MF_E_BAD_STARTUP_VERSION = new HResult(0xC00D36E3);

    /** The item was cancelled: the status that its callback finds in the result (rule MF-50). */
    public static final HResult MF_E_OPERATION_CANCELLED = new HResult(0xC00D36ED);

    /** The identifier names no queue (rules MF-15, MF-21), or one that does not fit (MF-42). */
    public static final HResult MF_E_INVALID_WORKQUEUE = new HResult(0xC00D36FF);

    /** The platform is not started (rules MF-4, MF-17, MF-52). */
    public static final HResult MF_E_SHUTDOWN = new HResult(0xC00D3E85);

    /** Whether the number reports success, as the macro {@code SUCCEEDED} says: it is not negative. */
    public boolean succeeded() {
        return code >= 0;
    }

    @Override
    public String toString() {
        return String.format("0x%08X", code);
    }
}
