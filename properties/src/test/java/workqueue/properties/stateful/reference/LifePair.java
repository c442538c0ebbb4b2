package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import workqueue.properties.stateful.Caller;
import workqueue.properties.stateful.LifeSpec;
import workqueue.properties.stateful.Pair;
import workqueue.properties.stateful.Patience;
import workqueue.properties.stateful.Run;
import workqueue.properties.stateful.Runs;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.wdf.ExecutionLevel;
import workqueue.reference.wdf.FrameworkVersion;
import workqueue.reference.wdf.SynchronizationScope;
import workqueue.reference.wdf.WdfDevice;
import workqueue.reference.wdf.WdfObjectAttributes;
import workqueue.reference.wdf.WdfWorkItem;
import workqueue.reference.wdf.WdfWorkItemConfig;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy;

/** Work items of the reference, whose callbacks are led by hand, and the executable specification of them. */
final class LifePair implements Pair {
    static final int ITEMS = 2;
    static final int WORKERS = 2;
    static final int CALLERS = 2;

    private final LifeSpec spec;

    private final WorkQueue systemWorkers = new WorkQueue(Dedup.COALESCE, WORKERS, LifePair::daemon);
    private final WdfDevice device;

    /** The rules that callers were told to break, one after another. */
    private final List<String> misuses = new CopyOnWriteArrayList<>();

    private final WdfWorkItem[] items = new WdfWorkItem[ITEMS];
    private final Set<Integer> destroyed = new ConcurrentSkipListSet<>();

    private final Runs runs = new Runs();
    private int begun;

    /** The runs that go on, by their numbers. */
    private final Map<Integer, Run> running = new TreeMap<>();

    private final Map<Integer, Caller> callers = new TreeMap<>();

    LifePair(FrameworkVersion version) {
        boolean coalesces = version == FrameworkVersion.FROM_1_7;
        spec = new LifeSpec(coalesces ? Policy.Dedup.COALESCE : Policy.Dedup.EXCLUSIVE, WORKERS);
        device = WdfDevice.create(systemWorkers, attributes(), version, misuse -> misuses.add(rule(misuse)));
    }

    private static String rule(String misuse) {
        return misuse.substring(0, misuse.indexOf(':'));
    }

    private static WdfObjectAttributes attributes() {
        return WdfObjectAttributes.init()
                .withSynchronizationScope(SynchronizationScope.NONE)
                .withExecutionLevel(ExecutionLevel.PASSIVE);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    Life life(int item) {
        return spec.life(item);
    }

    boolean isValid(int item) {
        return spec.isValid(item);
    }

    boolean isFree(int caller) {
        return spec.isFree(caller);
    }

    boolean isRunning(int nth) {
        return nth < running.size();
    }

    void create(int item) {
        spec.create(item);
        items[item] = WdfWorkItem.create(
                        new WdfWorkItemConfig(workItem -> runs.run(item), false),
                        WdfObjectAttributes.init().withParent(device).withDestroy(object -> destroyed.add(item)))
                .object();
    }

    void enqueue(int item) {
        mayBreak("WDF-10", spec.enqueue(item), items[item]::enqueue);
    }

    /** Makes a call, which has to be reported if it breaks the rule, and only then. */
    private void mayBreak(String rule, boolean breaks, Runnable call) {
        misuses.clear();
        call.run();
        assertEquals(breaks ? List.of(rule) : List.of(), misuses, rule + ": what is reported");
    }

    /** The handle is bad (rules M1, WDF-16). */
    void enqueueDeleted(int item) {
        BugCheck bugCheck = assertThrows(BugCheck.class, items[item]::enqueue);
        assertEquals(BugCheck.WDF_VIOLATION, bugCheck.code());
        assertEquals(5, bugCheck.parameter(1));
    }

    void flush(int caller, int item) {
        spec.beginFlush(caller, item);
        callers.put(caller, Caller.start("F1: flush of " + item, items[item]::flush));
    }

    void delete(int caller, int item) {
        spec.beginDelete(caller, item);
        callers.put(caller, Caller.start("L2: delete of " + item, items[item]::delete));
    }

    /** The specification has no action for it, for it does nothing (rule WDF-44). */
    void deleteAgain(int item) {
        Caller.start("WDF-44: second delete of " + item, items[item]::delete).mustReturn();
    }

    void finish(int nth) {
        int run = number(nth);
        spec.finish(run);
        running.remove(run).finish();
    }

    void enqueueFrom(int nth, int item) {
        mayBreak(
                "WDF-10",
                spec.enqueue(item),
                () -> running.get(number(nth)).order("enqueue of " + item, items[item]::enqueue));
    }

    /** Rule L4, or WDF-44 if the item is being deleted already. */
    void deleteSelf(int nth) {
        int item = running.get(number(nth)).item();
        if (spec.life(item) == Life.LIVE) {
            spec.deleteSelf(number(nth));
        }
        running.get(number(nth)).order("L4: delete of " + item, items[item]::delete);
    }

    /** Rule M2; the reference reports it and does not wait (WDF-24). */
    void flushSelf(int nth) {
        int item = running.get(number(nth)).item();
        mayBreak(
                "WDF-24",
                true,
                () -> running.get(number(nth)).order("WDF-24: flush of " + item, () -> {
                    try {
                        items[item].flush();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }));
    }

    private int number(int nth) {
        return running.keySet().stream().skip(nth).findFirst().orElseThrow();
    }

    @Override
    public void compare() {
        spec.checkInvariants();
        for (Instance instance : spec.dequeue()) {
            Run run = runs.await("P1: a run of " + instance.item() + " begins", begun);
            assertEquals(instance.item(), run.item(), "O1: the item whose run begins");
            spec.enter(begun, instance);
            running.put(begun, run);
            begun++;
        }
        assertEquals(begun, runs.count(), "R1, R2: runs that began");
        for (int n = 0; n < ITEMS; n++) {
            int item = n;
            if (spec.dispose(item)) {
                Patience.await("L2: item " + item + " goes", () -> destroyed.contains(item));
            } else {
                assertTrue(!destroyed.contains(item), "L2: item " + item + " is gone before its runs have finished");
            }
        }
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
            finish(0);
            compare();
        }
        assertTrue(spec.isAtRest(), "P1: nothing is left");
        assertEquals(Map.of(), callers, "F2: nobody waits");
        for (int item = 0; item < ITEMS; item++) {
            if (life(item) == Life.LIVE) {
                delete(0, item);
                compare();
            }
        }
    }

    @Override
    public void close() {
        callers.values().forEach(Caller::abandon);
        runs.finishAll();
        systemWorkers.stop();
    }
}
