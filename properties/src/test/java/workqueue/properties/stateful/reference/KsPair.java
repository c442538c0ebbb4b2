package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.properties.stateful.KsSpec.COUNTED;
import static workqueue.properties.stateful.KsSpec.PLAIN;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import workqueue.properties.stateful.Caller;
import workqueue.properties.stateful.KsSpec;
import workqueue.properties.stateful.Pair;
import workqueue.properties.stateful.Run;
import workqueue.properties.stateful.Runs;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsCountedWorker;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;
import workqueue.spec.model.KernelStreaming.Life;

/** Kernel streaming workers of the reference, whose routines are led by hand, and the executable specification of them. */
final class KsPair implements Pair {
    static final int THREADS = 2;
    static final int CALLERS = 2;

    private final KsSpec spec = new KsSpec(THREADS);
    private final KernelStreaming streaming = new KernelStreaming(THREADS, KsPair::daemon);
    private final KsWorker[] workers = new KsWorker[2];
    private KsCountedWorker counted;

    private final Runs runs = new Runs();
    private int begun;

    /** How many items were queued on the plain worker; the number of the next follows that of the counted one's. */
    private int queued;

    /** The runs that go on, by their numbers. */
    private final Map<Integer, Run> running = new TreeMap<>();

    private final Map<Integer, Caller> callers = new TreeMap<>();

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    Life life(int worker) {
        return spec.life(worker);
    }

    boolean isWaiting(int worker) {
        return spec.isWaiting(worker);
    }

    boolean isFree(int caller) {
        return spec.isFree(caller);
    }

    boolean isRunning(int nth) {
        return nth < running.size();
    }

    boolean isProcessing(int nth) {
        return isRunning(nth) && spec.isProcessing(number(nth));
    }

    /** Whether nobody has a task to count down. */
    boolean isCountZero() {
        return spec.count() == 0;
    }

    void register(int worker) {
        spec.register(worker);
        if (worker == PLAIN) {
            workers[worker] =
                    streaming.registerWorker(KernelStreaming.DELAYED_WORK_QUEUE).worker();
        } else {
            KsWorkItem item = new KsWorkItem(() -> runs.run(COUNTED));
            counted = streaming
                    .registerCountedWorker(KernelStreaming.DELAYED_WORK_QUEUE, item)
                    .worker();
            workers[worker] = counted.worker();
        }
    }

    void queue() {
        int item = newItem();
        assertEquals(spec.queue(item), queue(item), "answer to queue");
    }

    void queueFrom(int nth) {
        int item = newItem();
        String answer = spec.queue(item);
        running.get(number(nth)).order("KS-9: queue", () -> assertEquals(answer, queue(item), "answer to queue"));
    }

    private int newItem() {
        queued++;
        return COUNTED + queued;
    }

    private String queue(int item) {
        return answer(() -> workers[PLAIN].queueWorkItem(new KsWorkItem(() -> runs.run(item))));
    }

    void increment() {
        assertEquals(spec.increment(), answer(counted::increment), "answer to increment");
    }

    void incrementFrom(int nth) {
        String answer = spec.increment();
        running.get(number(nth))
                .order("increment", () -> assertEquals(answer, answer(counted::increment), "answer to increment"));
    }

    void decrementFrom(int nth) {
        String answer = spec.decrement(number(nth));
        running.get(number(nth))
                .order("decrement", () -> assertEquals(answer, answer(counted::decrement), "answer to decrement"));
    }

    /** What a call answers, or the rule that the caller is told to break. */
    private static String answer(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (IllegalStateException misuse) {
            return misuse.getMessage().split(":", -1)[0];
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void unregister(int caller, int worker) {
        spec.beginUnregister(caller, worker);
        callers.put(caller, Caller.start("KS-13: unregister of " + worker, workers[worker]::unregister));
    }

    void unregisterGone(int worker) {
        assertEquals("M1", misuseOfUnregister(worker));
    }

    /** Rule KS-17: the reference does not wait for itself. */
    void unregisterSelf(int nth) {
        Run run = running.get(number(nth));
        int worker = run.item() == COUNTED ? COUNTED : PLAIN;
        run.order("KS-17: unregister", () -> assertEquals("KS-17", misuseOfUnregister(worker)));
    }

    private String misuseOfUnregister(int worker) {
        return answer(() -> {
            workers[worker].unregister();
            return "unregistered";
        });
    }

    void finish(int nth) {
        int run = number(nth);
        spec.finish(run);
        running.remove(run).finish();
    }

    private int number(int nth) {
        return running.keySet().stream().skip(nth).findFirst().orElseThrow();
    }

    @Override
    public void compare() {
        spec.checkInvariants();
        for (int worker : spec.dequeue()) {
            Run run = runs.await("P1: a routine of " + worker + " begins", begun);
            assertEquals(spec.enter(begun, worker), run.item(), "O1: the item whose routine begins");
            running.put(begun, run);
            begun++;
        }
        assertEquals(begun, runs.count(), "R1, R2: runs that began");
        callers.entrySet().removeIf(caller -> returns(caller.getValue(), spec.end(caller.getKey())));
    }

    private static boolean returns(Caller caller, boolean mayReturn) {
        if (mayReturn) {
            caller.mustReturn();
        } else {
            caller.mustNotHaveReturned();
        }
        return mayReturn;
    }

    @Override
    public void comeToRest() {
        while (isRunning(0)) {
            while (isProcessing(0)) {
                decrementFrom(0);
            }
            finish(0);
            compare();
        }
        assertTrue(spec.isAtRest(), "P1: nothing is left");
        assertEquals(Map.of(), callers, "KS-13: nobody waits");
    }

    @Override
    public void close() {
        callers.values().forEach(Caller::abandon);
        runs.finishAll();
        streaming.stop();
    }
}
