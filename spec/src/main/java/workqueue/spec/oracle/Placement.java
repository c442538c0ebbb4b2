package workqueue.spec.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where items ran, which a recording shows. */
final class Placement {
    private Placement() {}

    /** Rule IO-4: a run is on a queue type that the item was queued to before. */
    static Optional<Judge.Finding> ofIo(Script script) {
        Map<Long, Set<Long>> types = new HashMap<>();
        Map<Long, Call> last = new HashMap<>();
        for (int moment = 0; moment < script.length(); moment++) {
            Call call = script.callAt(moment);
            Run run = script.runAt(moment);
            if (call != null && call.from() == moment && IoWorkItemSemantics.queues(call)) {
                types.computeIfAbsent(call.item(), item -> new HashSet<>()).add(call.queue());
                last.put(call.item(), call);
            } else if (run != null
                    && run.at() == moment
                    && last.containsKey(run.item())
                    && !types.get(run.item()).contains(run.queue())) {
                return Optional.of(misplaced(run, last.get(run.item())));
            }
        }
        return Optional.empty();
    }

    private static Judge.Finding misplaced(Run run, Call last) {
        return new Judge.Finding(
                "IO-4",
                run.at(),
                "item " + run.item() + " was queued to type " + last.queue() + " and runs on type " + run.queue(),
                List.of(last.from(), run.at()));
    }
}
