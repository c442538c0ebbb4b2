package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * What is put on a queue: a callback and what it is to know (IMFAsyncResult). It can be put again, also while it waits
 * or runs; each put is an item of its own (rule MF-32).
 *
 * <p>References to it are counted: its maker has one, and every item until it has run (rule MF-63). What is to happen when
 * the last one goes is only a matter of those that {@link MediaFoundation#createAsyncResult} makes. Safe for use from many
 * threads.
 */
public final class AsyncResult {
    private static final AtomicIntegerFieldUpdater<AsyncResult> REFERENCES =
            AtomicIntegerFieldUpdater.newUpdater(AsyncResult.class, "references");

    private final Object object;
    private final AsyncCallback callback;
    private final Object state;

    /** What to do when the last reference goes; null if nothing, and then references are not counted. */
    private final Runnable whenReleased;

    /** What an invocation of the result does instead of calling the callback; null if it does not (rule MF-38). */
    private final Runnable reply;

    @SuppressWarnings("unused") // but by the updater, which spares each result an object
    private volatile int references = 1;

    private volatile HResult status = HResult.S_OK;

    /**
     * Makes a result that holds no lock on the platform, as an application's own does unless it takes one (MF-11).
     *
     * @param object what the operation belongs to, or null
     * @param callback what to call
     * @param state what the caller wants back, or null
     */
    public AsyncResult(Object object, AsyncCallback callback, Object state) {
        this(object, callback, state, null, null);
    }

    private AsyncResult(Object object, AsyncCallback callback, Object state, Runnable whenReleased, Runnable reply) {
        this.object = object;
        this.callback = requireNonNull(callback, "callback");
        this.state = state;
        this.whenReleased = whenReleased;
        this.reply = reply;
    }

    /** Makes a result with something to be done when the last reference goes. */
    static AsyncResult of(Object object, AsyncCallback callback, Object state, Runnable whenReleased) {
        return new AsyncResult(object, callback, state, whenReleased, null);
    }

    /** The result that a callback gets which has to reply: to invoke it is to reply. */
    AsyncResult withReply(Runnable action) {
        AsyncResult handed = new AsyncResult(object, callback, state, null, action);
        handed.status = status;
        return handed;
    }

    /** What to do when the result is invoked, or null to call the callback. */
    Runnable reply() {
        return reply;
    }

    /** The object that was given, or {@link HResult#E_POINTER} if none was (GetObject). */
    public Held getObject() {
        return Held.of(object);
    }

    /** The callback that was given. */
    public AsyncCallback callback() {
        return callback;
    }

    /** The state that was given, or {@link HResult#E_POINTER} if none was (GetState; XM-13). */
    public Held getState() {
        return Held.of(state);
    }

    /** The status that was set last, at first {@link HResult#S_OK} (GetStatus). */
    public HResult getStatus() {
        return status;
    }

    /** Sets the status. The platform sets it only before a run that tells of a cancel (rule MF-50). */
    public void setStatus(HResult status) {
        this.status = requireNonNull(status, "status");
    }

    void addReference() {
        if (whenReleased != null) {
            REFERENCES.incrementAndGet(this);
        }
    }

    /** Gives the maker's reference back (Release), once; items that wait or run keep theirs. */
    public void release() {
        if (whenReleased != null && REFERENCES.decrementAndGet(this) == 0) {
            whenReleased.run();
        }
    }
}
