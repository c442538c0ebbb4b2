package workqueue.properties.suite;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells when the threads of a session have come to rest. No clock decides that, for a slow machine is no defect. Where the
 * operating system can be asked there has to be a moment at which everybody is asleep ({@link NativeThreads}). Elsewhere,
 * between two looks at the threads, others are started that have to have their {@link Turn}: a thread that was woken long
 * before has had its turn by then, unless the machine has very much to do.
 *
 * <p>What is looked at: the threads that were started since this was made, and those that are told of.
 *
 * <p>Any thread may ask, several at a time.
 */
public final class Stillness {
    private static final boolean SYSTEM_KNOWS = NativeThreads.areKnown();

    /** As often has everybody to be seen waiting before all that can happen has happened. */
    private static final int LOOKS = SYSTEM_KNOWS ? 1 : 10;

    /** As often before it is certain that what has not come will never come: it is told of somebody as his failure. */
    private static final int MANY_LOOKS = SYSTEM_KNOWS ? 10 : 200;

    /** As often are those waited for that do not wait, or wait for some time, if nothing is recorded meanwhile. */
    private static final int PATIENCE = 4_000;

    /** As often are they waited for where it does no harm to go on too early. */
    private static final int LITTLE_PATIENCE = 200;

    private static final long PAUSE = 1_000_000;

    private final Set<Thread> before = Set.of(all());
    private final Set<Thread> watched = ConcurrentHashMap.newKeySet();
    private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
    private final LongSupplier recorded;

    /**
     * Looks at threads that are started from now on.
     *
     * @param recorded how much was recorded so far; whoever records moves
     */
    public Stillness(LongSupplier recorded) {
        this.recorded = recorded;
    }

    /** Looks at a thread, too. */
    public void watch(Thread thread) {
        watched.add(thread);
    }

    /** Waits until everybody waits, or waits for some time. */
    public void rest() throws InterruptedException {
        int still = 0;
        for (int looks = 0; still < LOOKS && looks < LITTLE_PATIENCE; looks++) {
            long seen = recorded.getAsLong();
            boolean rests = rests(thread -> isWaiting(thread) || isWaitingForSomeTime(thread));
            still = rests && seen == recorded.getAsLong() ? still + 1 : 0;
            if (!rests) {
                pause();
            }
        }
    }

    /** Waits for a condition; false if nothing moves any more that could bring it about. */
    public boolean await(BooleanSupplier condition) throws InterruptedException {
        asking.add(Thread.currentThread());
        try {
            int still = 0;
            int idle = 0;
            while (still < MANY_LOOKS && idle < PATIENCE) {
                long seen = recorded.getAsLong();
                if (condition.getAsBoolean()) {
                    return true;
                }
                pause();
                boolean rests = rests(this::isWaiting);
                boolean silent = seen == recorded.getAsLong();
                still = rests && silent ? still + 1 : 0;
                idle = silent ? idle + 1 : 0;
            }
            return condition.getAsBoolean();
        } finally {
            asking.remove(Thread.currentThread());
        }
    }

    /** Whether all others wait, and none of them has been woken and only has no processor yet. */
    private boolean rests(Predicate<Thread> waits) throws InterruptedException {
        if (!SYSTEM_KNOWS) {
            Turn.all();
            return others().allMatch(waits);
        }
        if (!others().allMatch(waits)) {
            return false; // to ask the system takes longer
        }
        NativeThreads first = NativeThreads.now();
        return first.allAsleep() && others().allMatch(waits) && first.equals(NativeThreads.now());
    }

    /** What the threads are about, for who has waited in vain. */
    public String threads() {
        return others().distinct()
                .map(thread -> thread.getName() + " " + thread.getState() + frames(thread))
                .collect(Collectors.joining("\n"));
    }

    private static String frames(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(PAUSE);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Those whose rest matters, without who asks. */
    private Stream<Thread> others() {
        Thread me = Thread.currentThread();
        return Stream.concat(watched.stream(), Arrays.stream(all()).filter(thread -> !before.contains(thread)))
                .filter(thread -> thread != me && !(thread instanceof Turn));
    }

    /** A thread that asks is not at rest: it will say itself when it has given up. */
    private boolean isWaiting(Thread thread) {
        return !asking.contains(thread)
                && switch (thread.getState()) {
                    case WAITING, BLOCKED, TERMINATED -> true;
                    case NEW, RUNNABLE, TIMED_WAITING -> false;
                };
    }

    private boolean isWaitingForSomeTime(Thread thread) {
        return !asking.contains(thread) && thread.getState() == Thread.State.TIMED_WAITING;
    }

    /** All threads but those of the virtual machine itself. */
    private static Thread[] all() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null && group.getParent().getParent() != null) {
            group = group.getParent();
        }
        Thread[] threads = new Thread[2 * group.activeCount() + 16];
        int count = group.enumerate(threads);
        return Arrays.copyOf(threads, count);
    }
}
