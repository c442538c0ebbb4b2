package workqueue.properties.states.reference;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.wdf.ExecutionLevel;
import workqueue.reference.wdf.SynchronizationScope;
import workqueue.reference.wdf.WdfDevice;
import workqueue.reference.wdf.WdfGeneralObject;
import workqueue.reference.wdf.WdfObject;
import workqueue.reference.wdf.WdfObjectAttributes;
import workqueue.reference.wdf.WdfWorkItem;
import workqueue.reference.wdf.WdfWorkItemConfig;

/** What framework work items are created with, and handles that only a reference keeps good. */
final class KmdfArguments {
    private static final String CREATE = "create";
    private static final WdfWorkItemConfig CONFIG = new WdfWorkItemConfig(item -> {}, true);

    private KmdfArguments() {}

    static List<Argument> all() {
        return List.of(
                create("no attributes", "STATUS_WDF_PARENT_NOT_SPECIFIED", "WDF-1", CONFIG, null),
                create("no parent", "STATUS_WDF_PARENT_NOT_SPECIFIED", "WDF-1", CONFIG, WdfObjectAttributes.init()),
                create("a parent that is deleted", "bug check 0x10D, 5", "M1", CONFIG, below(deleted())),
                new Argument(
                        CREATE,
                        "a parent that is being deleted",
                        "STATUS_DELETE_PENDING",
                        "",
                        KmdfArguments::createWhileDeleted),
                create("no configuration", "bug check 0x10D, 4", "", null, below(device(ExecutionLevel.PASSIVE))),
                create(
                        "no callback",
                        "STATUS_INVALID_PARAMETER",
                        "WDF-3",
                        WdfWorkItemConfig.init(null),
                        below(device(ExecutionLevel.PASSIVE))),
                create(
                        "a parent that is below no device",
                        "STATUS_INVALID_DEVICE_REQUEST",
                        "WDF-2",
                        CONFIG,
                        below(WdfGeneralObject.create(null).object())),
                create(
                        "a scope of its own",
                        "STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID",
                        "",
                        CONFIG,
                        below(device(ExecutionLevel.PASSIVE)).withSynchronizationScope(SynchronizationScope.DEVICE)),
                create(
                        "serialization under a device that is not passive",
                        "STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL",
                        "WDF-5",
                        CONFIG,
                        below(device(ExecutionLevel.DISPATCH))),
                new Argument(
                        "enqueue",
                        "a deleted item with a reference",
                        Answers.RETURNS,
                        "WDF-35",
                        () -> call(WdfWorkItem::enqueue)),
                new Argument(
                        "flush",
                        "a deleted item with a reference",
                        Answers.RETURNS,
                        "F1",
                        () -> call(WdfWorkItem::flush)),
                new Argument(
                        "delete",
                        "a deleted item with a reference",
                        Answers.RETURNS,
                        "WDF-44",
                        () -> call(WdfWorkItem::delete)),
                new Argument(
                        "dereference",
                        "a deleted item, more often than referenced",
                        "bug check 0x10D, 5",
                        "M1",
                        () -> call(item -> {
                            item.dereference();
                            item.dereference();
                        })));
    }

    private static Argument create(
            String what, String expected, String rule, WdfWorkItemConfig config, WdfObjectAttributes attributes) {
        return new Argument(
                CREATE,
                what,
                expected,
                rule,
                () -> WdfWorkItem.create(config, attributes).status());
    }

    private static WdfObjectAttributes below(WdfObject parent) {
        return WdfObjectAttributes.init().withParent(parent);
    }

    private static WdfDevice device(ExecutionLevel level) {
        return WdfDevice.create(
                new WorkQueue(Dedup.COALESCE, 1, Argument::daemon),
                WdfObjectAttributes.init()
                        .withSynchronizationScope(SynchronizationScope.DEVICE)
                        .withExecutionLevel(level));
    }

    private static WdfObject deleted() {
        WdfDevice device = device(ExecutionLevel.PASSIVE);
        device.delete();
        return device;
    }

    /** The parent's cleanup callback tries. */
    private static Object createWhileDeleted() {
        AtomicReference<Object> status = new AtomicReference<>();
        WdfObject parent = WdfGeneralObject.create(below(device(ExecutionLevel.PASSIVE))
                        .withCleanup(object -> status.set(
                                WdfWorkItem.create(CONFIG, below(object)).status())))
                .object();
        parent.delete();
        return status.get();
    }

    private interface Use {
        void of(WdfWorkItem item) throws Exception;
    }

    private static Object call(Use use) throws Exception {
        WdfWorkItem item = WdfWorkItem.create(CONFIG, below(device(ExecutionLevel.PASSIVE)))
                .object();
        item.reference();
        item.delete();
        use.of(item);
        return Answers.RETURNS;
    }
}
