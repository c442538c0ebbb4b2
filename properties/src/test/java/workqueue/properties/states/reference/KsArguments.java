package workqueue.properties.states.reference;

import java.util.List;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsWorkItem;

/** What workers of kernel streaming are registered with. */
final class KsArguments {
    private static final int TYPE = KernelStreaming.DELAYED_WORK_QUEUE;
    private static final String INVALID = "STATUS_INVALID_PARAMETER";

    private KsArguments() {}

    static List<Argument> all() {
        KernelStreaming streaming = new KernelStreaming(1, Argument::daemon);
        KsWorkItem item = new KsWorkItem(() -> {});
        return List.of(
                new Argument(
                        "register",
                        "a type that there is not",
                        INVALID,
                        "KS-3",
                        () -> streaming.registerWorker(3).status()),
                new Argument(
                        "register",
                        "a negative type",
                        INVALID,
                        "KS-3",
                        () -> streaming.registerWorker(-1).status()),
                new Argument(
                        "register counted",
                        "a type that there is not",
                        INVALID,
                        "KS-3",
                        () -> streaming.registerCountedWorker(3, item).status()),
                new Argument(
                        "register counted",
                        "no item",
                        "STATUS_INVALID_PARAMETER_2",
                        "",
                        () -> streaming.registerCountedWorker(TYPE, null).status()),
                new Argument(
                        "register counted",
                        "neither type nor item",
                        INVALID,
                        "KS-3",
                        () -> streaming.registerCountedWorker(3, null).status()),
                new Argument(
                        "queue",
                        "no item",
                        INVALID,
                        "KS-25",
                        () -> streaming.registerWorker(TYPE).worker().queueWorkItem(null)),
                new Argument("make an item", "no routine", "NullPointerException", "", () -> new KsWorkItem(null)));
    }
}
