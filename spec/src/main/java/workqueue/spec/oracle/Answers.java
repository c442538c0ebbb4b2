package workqueue.spec.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statuses that no document lists for the call that answered with them, which need no search. */
final class Answers {
    private static final String OK = "00000000";
    private static final String E_FAIL = "80004005";
    private static final String E_INVALIDARG = "80070057";
    private static final String SHUTDOWN = "c00d3e85";
    private static final String INVALID_WORKQUEUE = "c00d36ff";

    private static final Listed ALLOCATE = new Listed("MF-23", Set.of(OK, E_FAIL, E_INVALIDARG, SHUTDOWN));
    private static final Listed PUT = new Listed("A3", Set.of(OK, INVALID_WORKQUEUE, SHUTDOWN));
    private static final Map<String, Listed> OF_MEDIA_FOUNDATION = Map.of(
            "allocate_queue", ALLOCATE, "allocate_serial_queue", ALLOCATE, "put", PUT, "put_ex", PUT, "put2", PUT);

    /** The statuses that are documented for an operation, and the rule that any other breaks. */
    private record Listed(String rule, Set<String> statuses) {}

    private Answers() {}

    /** Rules A3 and MF-23. */
    static Optional<Judge.Finding> ofMediaFoundation(Script script) {
        return script.calls().stream()
                .filter(call -> call.status() != null && isUnlisted(call))
                .findFirst()
                .map(call -> new Judge.Finding(
                        OF_MEDIA_FOUNDATION.get(call.op()).rule(),
                        call.to(),
                        call.op() + " answers 0x" + call.status(),
                        List.of(call.from(), call.to())));
    }

    private static boolean isUnlisted(Call call) {
        Listed listed = OF_MEDIA_FOUNDATION.get(call.op());
        return listed != null && !listed.statuses().contains(call.status());
    }
}
