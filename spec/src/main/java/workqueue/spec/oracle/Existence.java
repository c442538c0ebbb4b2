package workqueue.spec.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import workqueue.spec.oracle.Judge.Finding;

/**
 * Rule M1: a call names something that exists.
 *
 * @param what the word for such a thing
 * @param key which one a call names
 * @param runs which one a run is of
 * @param create the operation that makes one
 * @param delete the operation after whose return it is gone
 */
record Existence(String what, Function<Call, Long> key, Function<Run, Long> runs, String create, String delete) {
    /** The first call that breaks the rule. */
    Optional<Finding> breach(Script script) {
        Map<Long, Integer> created = creations(script);
        Map<Long, Call> deleted = deletions(script);
        for (Call call : script.calls()) {
            boolean early = call.from() < created.getOrDefault(key.apply(call), 0);
            if (early && !call.op().equals(create)) {
                return Optional.of(finding(call, "which is not created yet", List.of(call.from())));
            }
            Call delete = deleted.get(key.apply(call));
            if (delete != null && delete.to() < call.from()) {
                List<Integer> witness = List.of(delete.to(), call.from());
                return Optional.of(finding(call, "after its " + delete.op() + " returned", witness));
            }
        }
        return Optional.empty();
    }

    private Finding finding(Call call, String problem, List<Integer> witness) {
        String comma = problem.startsWith("which") ? ", " : " ";
        String reason = call.op() + " of " + what + " " + key.apply(call) + comma + problem;
        return new Finding("M1", call.from(), reason, witness);
    }

    /** When the creation of each began that is created in the recording; never, if it always failed. */
    private Map<Long, Integer> creations(Script script) {
        Map<Long, Integer> created = new HashMap<>();
        for (Call call : script.calls()) {
            if (call.op().equals(create)) {
                boolean failed = call.status() != null && !call.status().equals("00000000");
                created.merge(key.apply(call), failed ? Integer.MAX_VALUE : call.from(), Math::min);
            }
        }
        return created;
    }

    /** The first deletion of each that returned; one from its own callback does not delete it at once. */
    private Map<Long, Call> deletions(Script script) {
        Map<Long, Call> deleted = new HashMap<>();
        script.calls().stream()
                .filter(call -> call.op().equals(delete) && !call.pending() && !isOwn(call))
                .forEach(call -> deleted.merge(key.apply(call), call, (a, b) -> a.to() < b.to() ? a : b));
        return deleted;
    }

    private boolean isOwn(Call call) {
        return call.within() != null && runs.apply(call.within()).equals(key.apply(call));
    }
}
