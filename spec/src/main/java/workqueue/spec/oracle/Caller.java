package workqueue.spec.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.oracle.Judge.Finding;

/** The caller's obligations, which need no search: what a caller did is in the recording. */
final class Caller {
    private static final Set<String> PLATFORM_CALLS = Set.of("startup", "shutdown");

    private Caller() {}

    /** Rules M1 and M2. */
    static Optional<Finding> ofKmdf(Script script) {
        Map<Long, Integer> created = creations(script);
        Map<Long, Call> deleted = new HashMap<>();
        script.calls().stream()
                .filter(c -> c.op().equals("delete") && !isWithin(c) && !c.pending())
                .forEach(c -> deleted.merge(c.item(), c, (a, b) -> a.to() < b.to() ? a : b));
        for (Call call : script.calls()) {
            boolean early = call.from() < created.getOrDefault(call.item(), 0);
            if (early && !call.op().equals("create")) {
                return Optional.of(new Finding(
                        "M1",
                        call.from(),
                        call.op() + " of item " + call.item() + ", which is not created yet",
                        List.of(call.from())));
            }
            Call delete = deleted.get(call.item());
            if (delete != null && delete.to() < call.from()) {
                return Optional.of(new Finding(
                        "M1",
                        call.from(),
                        call.op() + " of item " + call.item() + " after its delete returned",
                        List.of(delete.to(), call.from())));
            }
            if (call.op().equals("flush") && isWithin(call)) {
                return Optional.of(new Finding(
                        "M2",
                        call.from(),
                        "item " + call.item() + " is flushed from its own callback",
                        List.of(call.within().at(), call.from())));
            }
        }
        return Optional.empty();
    }

    /** When the creation of each item began that is created in the recording; never, if it always failed. */
    private static Map<Long, Integer> creations(Script script) {
        Map<Long, Integer> created = new HashMap<>();
        for (Call call : script.calls()) {
            if (call.op().equals("create")) {
                boolean failed = call.status() != null && !call.status().equals("00000000");
                created.merge(call.item(), failed ? Integer.MAX_VALUE : call.from(), Math::min);
            }
        }
        return created;
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
                .filter(call -> call.op().matches("flush_work|cancel_work_sync|disable_work_sync") && isWithin(call))
                .findFirst()
                .map(call -> new Finding(
                        "LX-11",
                        call.from(),
                        call.op() + " of item " + call.item() + " waits for the function that calls it",
                        List.of(call.within().at(), call.from())));
    }
}
