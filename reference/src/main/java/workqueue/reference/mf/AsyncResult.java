package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

/**
 * What is put on a queue: a callback and what it is to know (IMFAsyncResult). It can be put again, also while it waits
 * or runs; each put is an item of its own (rule MF-32).
 *
 * <p>It can be made before the platform is started (MF-12). It holds no lock on the platform.
 */
public final class AsyncResult {
    private final Object object;
    private final AsyncCallback callback;
    private final Object state;
    private volatile HResult status = HResult.S_OK;

    /**
     * Makes a result (MFCreateAsyncResult).
     *
     * @param object what the operation belongs to, or null
     * @param callback what to call
     * @param state what the caller wants back, or null
     */
    public AsyncResult(Object object, AsyncCallback callback, Object state) {
        this.object = object;
        this.callback = requireNonNull(callback, "callback");
        this.state = state;
    }

    /** The object that was given, or null. */
    public Object object() {
        return object;
    }

    /** The callback that was given. */
    public AsyncCallback callback() {
        return callback;
    }

    /** The state that was given, or null. */
    public Object state() {
        return state;
    }

    /** The status that was set last, at first {@link HResult#S_OK}. */
    public HResult status() {
        return status;
    }

    /** Sets the status, from any thread. The platform does not look at it. */
    public void setStatus(HResult status) {
        this.status = requireNonNull(status, "status");
    }
}
