package workqueue.spec.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import workqueue.spec.oracle.Judge.Finding;

/** The caller's obligations, which need no search: what a caller did is in the recording. */
final class Caller {
    private static final Set<String> PLATFORM_CALLS = Set.of("startup", "shutdown");

    private Caller() {}

    /** Rules M1 and M2. */
    static Optional<Finding> ofKmdf(Script script) {
        return first(
                new Existence("item", Call::item, Run::item, "create", "delete").breach(script), ofFlushes(script));
    }

    /** Rules M1 and KS-17. */
    static Optional<Finding> ofKernelStreaming(Script script) {
        Optional<Finding> own = script.calls().stream()
                .filter(call -> call.op().equals("unregister") && call.within() != null)
                .filter(call -> Objects.equals(call.within().queue(), call.queue()))
                .findFirst()
                .map(call -> new Finding(
                        "KS-17",
                        call.from(),
                        "worker " + call.queue() + " is unregistered from its own callback",
                        List.of(call.within().at(), call.from())));
        return first(new Existence("worker", Call::queue, Run::queue, "register", "unregister").breach(script), own);
    }

    private static Optional<Finding> first(Optional<Finding> one, Optional<Finding> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.comparingInt(Finding::moment));
    }

    private static Optional<Finding> ofFlushes(Script script) {
        return script.calls().stream()
                .filter(call -> call.op().equals("flush") && isWithin(call))
                .findFirst()
                .map(call -> new Finding(
                        "M2",
                        call.from(),
                        "item " + call.item() + " is flushed from its own callback",
                        List.of(call.within().at(), call.from())));
    }

    private static boolean isWithin(Call call) {
        return call.within() != null && call.within().item() == call.item();
    }

    /** Rule M3. */
    static Optional<Finding> ofMediaFoundation(Script script) {
        return script.calls().stream()
                .filter(call -> call.within() != null && PLATFORM_CALLS.contains(call.op()))
                .findFirst()
                .map(call -> new Finding(
                        "M3",
                        call.from(),
                        call.op() + " is called in a callback, on a thread of a work queue",
                        List.of(call.within().at(), call.from())));
    }

    /** Rule LX-11. */
    static Optional<Finding> ofLinux(Script script) {
        return script.calls().stream()
                .filter(Caller::waitsForItself)
                .findFirst()
                .map(call -> new Finding(
                        "LX-11",
                        call.from(),
                        call.op() + " waits for the function of item "
                                + call.within().item() + ", which calls it",
                        List.of(call.within().at(), call.from())));
    }

    private static boolean waitsForItself(Call call) {
        return call.op().equals("flush_workqueue")
                ? call.within() != null && call.within().queue() == call.queue()
                : call.op().matches("flush(_delayed)?_work|(cancel|disable)(_delayed)?_work_sync") && isWithin(call);
    }
}
