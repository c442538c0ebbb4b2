package workqueue.properties.states.reference;

import java.util.List;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.DriverObject;
import workqueue.reference.io.ExWorkItem;
import workqueue.reference.io.IoObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.Storage;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;

/** What work items of the I/O manager are made of and queued with. */
final class IoArguments {
    private static final WorkQueueType TYPE = WorkQueueType.DELAYED;
    private static final int SIZE = IoWorkItem.sizeOf();
    private static final String NPE = "NullPointerException";
    private static final String NO_TYPE = "bug check 0xE4, 6";
    private static final String NO_ROUTINE = "bug check 0xE4, 7";

    private IoArguments() {}

    static List<Argument> all() {
        return List.of(
                new Argument("make a device", "no system", NPE, "", () -> new DeviceObject(null)),
                new Argument("allocate", "no object", "bug check 0xE4, 3", "IO-24", () -> IoWorkItem.allocate(null)),
                new Argument(
                        "initialize",
                        "no object",
                        "bug check 0xE4, 3",
                        "IO-24",
                        () -> IoWorkItem.initialize(null, Storage.nonpaged(SIZE))),
                new Argument("initialize", "no memory", NPE, "", () -> IoWorkItem.initialize(device(), null)),
                new Argument(
                        "initialize",
                        "paged memory",
                        "bug check 0xC4, 0x131",
                        "IO-3",
                        () -> IoWorkItem.initialize(device(), Storage.paged(SIZE))),
                new Argument(
                        "initialize",
                        "memory that is too small",
                        "IllegalArgumentException",
                        "",
                        () -> IoWorkItem.initialize(device(), Storage.nonpaged(SIZE - 1))),
                new Argument(
                        "initialize",
                        "memory with an item of another device in it",
                        "IllegalStateException IO-2",
                        "IO-2",
                        IoArguments::initializeTwice),
                queue("no routine", NO_ROUTINE, "IO-24", () -> queue(device(), false, TYPE)),
                queue("no type", NO_TYPE, "IO-24", () -> queue(device(), true, null)),
                queue("a type that there is not", NO_TYPE, "IO-24", () -> queue(device(), true, new WorkQueueType(7))),
                queue(
                        "an item of a driver",
                        "IllegalArgumentException IO-1",
                        "IO-1",
                        () -> queue(new DriverObject(started()), true, TYPE)),
                queue(
                        "an item, before the worker queues exist",
                        "bug check 0xE4, 5",
                        "IO-24",
                        () -> queue(new DeviceObject(system()), true, TYPE)),
                queue(
                        "an item, after the worker queues are gone",
                        "IllegalStateException IO-29",
                        "IO-29",
                        () -> queue(new DeviceObject(stopped()), true, TYPE)),
                new Argument("queue, Ex level", "no system", NPE, "", () -> queueEx(null, () -> {})),
                new Argument("queue, Ex level", "no routine", NO_ROUTINE, "IO-24", () -> queueEx(started(), null)));
    }

    private static Argument queue(String what, String expected, String rule, Argument.Call call) {
        return new Argument("queue", what, expected, rule, call);
    }

    private static Object queue(IoObject object, boolean routine, WorkQueueType type) {
        IoWorkItem.allocate(object).queue(routine ? (device, context) -> {} : null, type, null);
        return Answers.RETURNS;
    }

    private static Object queueEx(SystemWorkers workers, Runnable routine) {
        ExWorkItem.initialize(routine).queue(workers, TYPE);
        return Answers.RETURNS;
    }

    private static Object initializeTwice() {
        Storage storage = Storage.nonpaged(SIZE);
        IoWorkItem.initialize(device(), storage);
        return IoWorkItem.initialize(device(), storage);
    }

    private static DeviceObject device() {
        return new DeviceObject(started());
    }

    private static SystemWorkers system() {
        return new SystemWorkers(1, Argument::daemon);
    }

    private static SystemWorkers started() {
        SystemWorkers system = system();
        system.start();
        return system;
    }

    private static SystemWorkers stopped() {
        SystemWorkers system = started();
        system.stop();
        return system;
    }
}
