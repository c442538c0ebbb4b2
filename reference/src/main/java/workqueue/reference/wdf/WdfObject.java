package workqueue.reference.wdf;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import workqueue.reference.internal.Callbacks;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.nt.NtStatus;

/**
 * What all framework objects have: a parent, context memory, references, and a life that goes one way (rule L5).
 *
 * <p>A live object is deleted by {@link #delete} or with its parent. Then its children are deleted, in no particular
 * order (rule WDF-38), and what is outstanding finishes. When nothing is left, its cleanup callback is called, and then
 * the framework gives up the reference that it has held from the object's creation. When the last reference is gone,
 * the destroy callback is called and the handle is no longer good.
 *
 * <p><b>Threads.</b> All methods may be called from any thread and from callbacks. What a child did, its cleanup
 * callback included, happens-before its parent's cleanup callback, for the child leaves the parent under the parent's
 * lock; an object's cleanup callback is called by the {@link #delete} that waits for it, before it returns (rule V2).
 */
public abstract sealed class WdfObject permits WdfDevice, WdfGeneralObject, WdfWorkItem {
    private enum State {
        LIVE,
        DELETING,
        CLEANING_UP,
        DISPOSED,
        DESTROYED
    }

    private final WdfObject parent;
    private final Object context;
    private final Consumer<WdfObject> evtCleanup;
    private final Consumer<WdfObject> evtDestroy;

    private final Object lock = new Object();

    /** Changes with the lock; volatile so that {@link #checkHandle} costs the common calls no lock. */
    private volatile State state = State.LIVE;

    // All below is guarded by the lock.
    private final Set<WdfObject> children = new HashSet<>();
    private int references = 1;
    private Deletion deletion;
    private boolean ranDown;

    /** The thread that disposes. It stays set; nobody asks once the parent has forgotten the object. */
    private Thread cleaner;

    WdfObject(WdfObjectAttributes attributes) {
        parent = attributes.parent();
        context = attributes.context() == null ? null : attributes.context().get();
        evtCleanup = requireNonNullElse(attributes.evtCleanup(), object -> {});
        evtDestroy = requireNonNullElse(attributes.evtDestroy(), object -> {});
    }

    /**
     * The object's context memory (rule WDF-48). The handle is not checked: the destroy callback needs the context too.
     *
     * @return what the attributes' supplier made for this object, or null if there was none
     * @throws ClassCastException if it is something else
     */
    public final <C> C context(Class<C> type) {
        return type.cast(context);
    }

    /**
     * Deletes the object and what is below it (WdfObjectDelete). What was accepted runs first (WDF-28 to WDF-30), then
     * cleanup callbacks are called, those of children before their parent's (rule WDF-37).
     *
     * <p>Waits for the runs and calls the callbacks itself (rule L2). Called from a callback that the deletion has to
     * wait for - the item's own, or that of an item or object below - it returns at once, and the object goes away
     * after the callback, on that thread (rules L4, WDF-31). While another deletion is under way it does nothing (rule
     * WDF-44). An interrupt does not end the wait; it is noted in the thread's interrupt status again.
     *
     * @throws BugCheck 0x10D with first parameter 5 if the handle is not good any more (rules M1, WDF-16)
     * @throws IllegalStateException if the caller holds the callback lock that an outstanding run needs, so that a wait
     *     would never end (WDF-26); the deletion goes on without the caller
     */
    public final void delete() {
        checkHandle();
        boolean waits = !any(WdfObject::isInCallback);
        Deletion mine = new Deletion(waits);
        if (!beginDelete(mine) || !waits) {
            return;
        }
        if (any(WdfObject::needsCallersLock)) {
            mine.leave();
            throw new IllegalStateException("WDF-26: delete waits for a run that waits for the caller's callback lock");
        }
        mine.attend(this::isDisposed);
    }

    /**
     * Takes a reference: the handle stays good, though the object may be deleted, until it is given back (rule WDF-41).
     *
     * @throws BugCheck 0x10D with first parameter 5 if the handle is not good any more (rules M1, WDF-16)
     */
    public final void reference() {
        synchronized (lock) {
            checkHandle();
            references++;
        }
    }

    /**
     * Gives a reference back. With the last one the destroy callback is called, here.
     *
     * @throws BugCheck 0x10D with first parameter 7 if the reference is the framework's: the object was not deleted, or
     *     its deletion has not got so far (rule WDF-42); with first parameter 5 if the handle is not good any more
     */
    public final void dereference() {
        dropReference(false);
    }

    /** The nearest device among the object and its ancestors, or null (rule WDF-2). */
    WdfDevice device() {
        return parent == null ? null : parent.device();
    }

    /** Ends what is outstanding; calls {@code ranDown} once nothing is. */
    void runDown(Runnable ranDown) {
        ranDown.run();
    }

    /** Whether the calling thread is in a callback of this object that its deletion has to wait for. */
    boolean isInCallback() {
        synchronized (lock) {
            return cleaner == Thread.currentThread();
        }
    }

    /** Whether something outstanding waits for a callback lock that the calling thread holds. */
    boolean needsCallersLock() {
        return false;
    }

    final WdfObject parent() {
        return isDisposed() ? null : parent;
    }

    private boolean isDisposed() {
        return state.compareTo(State.DISPOSED) >= 0;
    }

    final void checkHandle() {
        if (state == State.DESTROYED) {
            throw violation(5);
        }
    }

    private BugCheck violation(long kind) {
        return new BugCheck(BugCheck.WDF_VIOLATION, kind, System.identityHashCode(this), 0, 0);
    }

    /** Puts a new object below its parent, the last step of its creation; fails if the parent is being deleted. */
    static <T extends WdfObject> Created<T> commit(T object) {
        WdfObject parent = ((WdfObject) object).parent;
        if (parent != null) {
            synchronized (parent.lock) {
                if (parent.state != State.LIVE) {
                    return Created.failed(NtStatus.STATUS_DELETE_PENDING);
                }
                parent.children.add(object);
            }
        }
        return new Created<>(NtStatus.STATUS_SUCCESS, object);
    }

    private boolean beginDelete(Deletion begun) {
        List<WdfObject> below;
        synchronized (lock) {
            if (state != State.LIVE) {
                return false;
            }
            deletion = begun;
            state = State.DELETING; // from here on nothing is added to the children
            below = List.copyOf(children);
        }
        below.forEach(child -> child.beginDelete(begun));
        runDown(this::ranDown);
        return true;
    }

    private void ranDown() {
        synchronized (lock) {
            ranDown = true;
        }
        disposeIfReady();
    }

    private void childGone(WdfObject child) {
        synchronized (lock) {
            children.remove(child);
        }
        disposeIfReady();
    }

    /** Of the threads that removed what the disposal waited for, the last one lets it begin. */
    private void disposeIfReady() {
        synchronized (lock) {
            if (state != State.DELETING || !ranDown || !children.isEmpty()) {
                return;
            }
            state = State.CLEANING_UP;
        }
        deletion.carryOut(this::dispose);
    }

    private void dispose() {
        synchronized (lock) {
            cleaner = Thread.currentThread();
        }
        Callbacks.call(() -> evtCleanup.accept(this));
        dropReference(true);
        if (parent != null) {
            parent.childGone(this);
        }
    }

    /** Gives up a reference: the framework's own, which ends the disposal, or a caller's. */
    private void dropReference(boolean own) {
        synchronized (lock) {
            checkHandle();
            if (own) {
                state = State.DISPOSED;
            } else if (references == 1 && state != State.DISPOSED) {
                throw violation(7);
            }
            references--;
            if (references > 0) {
                return;
            }
            state = State.DESTROYED;
        }
        Callbacks.call(() -> evtDestroy.accept(this));
    }

    private boolean any(Predicate<WdfObject> condition) {
        List<WdfObject> below;
        synchronized (lock) {
            below = List.copyOf(children);
        }
        return condition.test(this) || below.stream().anyMatch(child -> child.any(condition));
    }
}
