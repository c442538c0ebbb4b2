package workqueue.spec.oracle;

import java.util.List;
import java.util.Optional;

/** Where items ran, which a recording shows. */
final class Placement {
    private Placement() {}

    /** Rule IO-4: a run is on a queue type that the item was queued to before. */
    static Optional<Judge.Finding> ofIo(Script script) {
        return script.runs().stream()
                .map(run -> misplaced(run, script))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Judge.Finding> misplaced(Run run, Script script) {
        List<Call> earlier = script.calls().stream()
                .filter(call -> IoWorkItemSemantics.queues(call) && call.item() == run.item() && call.from() < run.at())
                .toList();
        if (earlier.isEmpty() || earlier.stream().anyMatch(call -> call.queue() == run.queue())) {
            return Optional.empty();
        }
        Call last = earlier.get(earlier.size() - 1);
        return Optional.of(new Judge.Finding(
                "IO-4",
                run.at(),
                "item " + run.item() + " was queued to type " + last.queue() + " and runs on type " + run.queue(),
                List.of(last.from(), run.at())));
    }
}
