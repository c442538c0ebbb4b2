package workqueue.reference.wdf;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;

/**
 * A framework device object: the root that work items hang from, and the lock that serializes callbacks below it.
 *
 * <p>{@link #delete} of a device is what the framework does when the device is removed: all items below are deleted
 * first (rules WDF-37, WDF-39).
 */
public final class WdfDevice extends WdfObject {
    private static final System.Logger LOGGER = System.getLogger("workqueue.reference.wdf");

    private final WorkQueue systemWorkers;
    private final FrameworkVersion version;
    private final Consumer<String> misuse;
    private final boolean passive;

    /**
     * Held during serialized callbacks (rule S2); null if the scope is none. It is not fair: which of the callbacks
     * that wait for it comes next, is left open (WDF-21).
     */
    private final ReentrantLock callbackLock;

    private WdfDevice(
            WorkQueue systemWorkers,
            WdfObjectAttributes attributes,
            FrameworkVersion version,
            Consumer<String> misuse) {
        super(attributes);
        this.systemWorkers = systemWorkers;
        this.version = version;
        this.misuse = misuse;
        passive = attributes.executionLevel() == ExecutionLevel.PASSIVE;
        callbackLock = switch (attributes.synchronizationScope()) {
            case DEVICE, QUEUE -> new ReentrantLock();
            case NONE, INHERIT_FROM_PARENT -> null;
        };
    }

    /** As the other, of the newest framework; misuse is logged as a warning. */
    public static WdfDevice create(WorkQueue systemWorkers, WdfObjectAttributes attributes) {
        return create(
                systemWorkers,
                attributes,
                FrameworkVersion.FROM_1_7,
                message -> LOGGER.log(System.Logger.Level.WARNING, message));
    }

    /**
     * Creates a device.
     *
     * @param systemWorkers the system's queue and worker threads; a coalescing queue, that all devices may share. It
     *     belongs to the caller, who stops it after the last device is deleted. What its thread factory throws, an
     *     enqueue throws, and then nothing was enqueued
     * @param attributes the device's; without a parent, with a synchronization scope and an execution level
     * @param version the framework that the device's driver is bound to
     * @param misuse told of callers' mistakes that the framework notes and survives, in a sentence that begins with the
     *     rule (WDF-10, WDF-24); called by the thread that made the mistake
     * @throws IllegalArgumentException if the queue is not a coalescing one or the attributes have a parent
     */
    public static WdfDevice create(
            WorkQueue systemWorkers,
            WdfObjectAttributes attributes,
            FrameworkVersion version,
            Consumer<String> misuse) {
        if (systemWorkers.dedup() != Dedup.COALESCE) {
            throw new IllegalArgumentException("the queue of system worker threads must be a coalescing one");
        }
        if (attributes.parent() != null) {
            throw new IllegalArgumentException("the parent of a device is its driver, which is not modelled");
        }
        requireNonNull(attributes.executionLevel(), "executionLevel");
        return new WdfDevice(
                systemWorkers, attributes, requireNonNull(version, "version"), requireNonNull(misuse, "misuse"));
    }

    /**
     * Calls one of the device's own event callbacks as the framework would: under the lock that its serialized work
     * items share, unless the synchronization scope is none (rule WDF-18).
     *
     * @throws BugCheck 0x10D with first parameter 5 if the device is gone
     */
    public void callBack(Runnable callback) {
        checkHandle();
        if (callbackLock == null) {
            callback.run();
            return;
        }
        callbackLock.lock();
        try {
            callback.run();
        } finally {
            callbackLock.unlock();
        }
    }

    @Override
    WdfDevice device() {
        return this;
    }

    WorkQueue systemWorkers() {
        return systemWorkers;
    }

    /** Null if the device does not synchronize callbacks. */
    ReentrantLock callbackLock() {
        return callbackLock;
    }

    FrameworkVersion version() {
        return version;
    }

    boolean isPassive() {
        return passive;
    }

    void reportMisuse(String message) {
        misuse.accept(message);
    }
}
