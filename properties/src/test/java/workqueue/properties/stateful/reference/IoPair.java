package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import workqueue.properties.stateful.IoSpec;
import workqueue.properties.stateful.Pair;
import workqueue.properties.stateful.Patience;
import workqueue.properties.stateful.Run;
import workqueue.properties.stateful.Runs;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.Storage;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;
import workqueue.reference.nt.BugCheck;
import workqueue.spec.model.IoWorkItem.Life;

/** Work items of the reference, whose routines are led by hand, and the executable specification of them. */
final class IoPair implements Pair {
    static final int ITEMS = 2;
    static final int WORKERS = 2;

    private static final Map<Long, String> RULES = Map.of(1L, "IO-9", 2L, "IO-13");

    private final IoSpec spec = new IoSpec(WORKERS);

    private final SystemWorkers system = new SystemWorkers(WORKERS, IoPair::daemon);
    private final DeviceObject device = new DeviceObject(system);
    private final IoWorkItem[] items = new IoWorkItem[ITEMS];

    private final Runs runs = new Runs();
    private int begun;

    /** The runs that go on, by their numbers. */
    private final Map<Integer, Run> running = new TreeMap<>();

    IoPair() {
        system.start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    boolean canBeMade(int item) {
        return spec.life(item) == Life.ABSENT && spec.isDeviceLive();
    }

    /** Whether there is an item to speak of, freed or not. */
    boolean isKnown(int item) {
        return spec.life(item) != Life.ABSENT;
    }

    boolean isDeviceLive() {
        return spec.isDeviceLive();
    }

    boolean isRunning(int nth) {
        return nth < running.size();
    }

    void allocate(int item) {
        spec.create(item, Life.ALLOCATED);
        items[item] = IoWorkItem.allocate(device);
    }

    void initialize(int item) {
        spec.create(item, Life.INITIALIZED);
        items[item] = IoWorkItem.initialize(device, Storage.nonpaged(IoWorkItem.sizeOf()));
    }

    void queue(int item) {
        same(spec.queue(item), queueing(item));
    }

    void queueFrom(int nth, int item) {
        Set<String> broken = spec.queue(item);
        run(nth).order("IO-10: queueing of " + item, () -> same(broken, queueing(item)));
    }

    private Runnable queueing(int item) {
        return () -> items[item].queue((d, context) -> runs.run(item), WorkQueueType.DELAYED, null);
    }

    /** A thread is not free at once when its routine has returned. */
    void tryQueue(int item) {
        boolean finds = spec.findsAThread(item);
        same(spec.tryQueue(item), () -> {
            if (finds) {
                Patience.await("IO-25: a try finds a thread for " + item, () -> tries(item));
            } else {
                assertTrue(!tries(item), "IO-25: a try finds no thread for " + item);
            }
        });
    }

    private boolean tries(int item) {
        return items[item].tryQueue((o, context, i) -> runs.run(item), WorkQueueType.DELAYED, null);
    }

    void free(int item) {
        same(spec.free(item, Life.ALLOCATED), items[item]::free);
    }

    void uninitialize(int item) {
        same(spec.free(item, Life.INITIALIZED), items[item]::uninitialize);
    }

    /** The routine ends its own item by the call that fits. */
    void freeSelf(int nth) {
        int item = run(nth).item();
        boolean allocated = spec.life(item) == Life.ALLOCATED;
        Set<String> broken = spec.free(item, allocated ? Life.ALLOCATED : Life.INITIALIZED);
        Runnable end = allocated ? items[item]::free : items[item]::uninitialize;
        run(nth).order("IO-14: the end of " + item, () -> same(broken, end));
    }

    void deleteDevice() {
        spec.deleteDevice();
        device.delete();
    }

    void finish(int nth) {
        int run = number(nth);
        spec.finish(run);
        running.remove(run).finish();
    }

    private Run run(int nth) {
        return running.get(number(nth));
    }

    private int number(int nth) {
        return running.keySet().stream().skip(nth).findFirst().orElseThrow();
    }

    /** Makes a call that has to be stopped for one of the rules that it breaks, or to do its work. */
    private static void same(Set<String> broken, Runnable call) {
        String rule = ruleThatStops(call);
        assertTrue(rule.isEmpty() ? broken.isEmpty() : broken.contains(rule), "broken: " + broken + "; it is " + rule);
    }

    private static String ruleThatStops(Runnable call) {
        try {
            call.run();
            return "";
        } catch (BugCheck e) {
            assertEquals(BugCheck.WORKER_INVALID, e.code());
            return RULES.get(e.parameter(1));
        } catch (IllegalStateException e) {
            return e.getMessage().substring(0, e.getMessage().indexOf(':'));
        }
    }

    @Override
    public void compare() {
        spec.checkInvariants();
        for (OptionalLong item = spec.dequeue(); item.isPresent(); item = spec.dequeue()) {
            Run run = runs.await("P1: a run of " + item.getAsLong() + " begins", begun);
            assertEquals(item.getAsLong(), run.item(), "IO-15: the item whose run begins");
            spec.enter(begun, item.getAsLong());
            running.put(begun, run);
            begun++;
        }
        assertEquals(begun, runs.count(), "R1, R2: runs that began");
        spec.removeDevice();
        Patience.await(
                "IO-17: there are " + spec.references() + " references",
                () -> device.references() == spec.references());
        assertEquals(spec.isDeviceGone(), device.isGone(), "IO-17: the device is gone");
    }

    @Override
    public void comeToRest() {
        while (isRunning(0)) {
            finish(0);
            compare();
        }
        assertTrue(spec.isAtRest(), "P1: nothing is left");
    }

    @Override
    public void close() {
        runs.finishAll();
        system.stop();
    }
}
