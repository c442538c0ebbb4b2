package workqueue.spec.oracle;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import workqueue.spec.history.Header;
import workqueue.spec.history.Kind;

/** How many runs are under way at once, which a recording shows. */
final class Overlap {
    private Overlap() {}

    /** Rule S2. */
    static Optional<Judge.Finding> ofSerialized(Script script) {
        boolean serialized = script.history().header().flag("automaticSerialization");
        return serialized ? moreThan(1, "S2", script) : Optional.empty();
    }

    /** Rule R4. */
    static Optional<Judge.Finding> ofWorkers(Script script) {
        long workers = script.history().header().number("workers", 0);
        return workers > 0 ? moreThan(workers, "R4", script) : Optional.empty();
    }

    /** Rule R4, where each queue has so many workers of its own. */
    static Optional<Judge.Finding> ofWorkersOfEachQueue(Script script) {
        long workers = script.history().header().number("workers", 0);
        return workers > 0 ? ofEachQueue(script, queue -> moreThan(workers, "R4", queue, script)) : Optional.empty();
    }

    /** Rules S1 and R4, of each queue. */
    static Optional<Judge.Finding> ofQueues(Script script) {
        Header header = script.history().header();
        return ofEachQueue(
                script,
                queue -> LinuxSemantics.isOrdered(header, queue)
                        ? moreThan(1, "S1", queue, script)
                        : moreThan(LinuxSemantics.maxActive(header, queue), "R4", queue, script));
    }

    private static Optional<Judge.Finding> ofEachQueue(Script script, Function<Long, Optional<Judge.Finding>> finding) {
        return script.runs().stream()
                .map(Run::queue)
                .distinct()
                .map(finding)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Judge.Finding::moment));
    }

    /** Rule S1, of a loop whose callbacks run on one thread. */
    static Optional<Judge.Finding> ofLoop(Script script) {
        return moreThan(1, "S1", script);
    }

    private static Optional<Judge.Finding> moreThan(long limit, String rule, Script script) {
        return moreThan(limit, rule, null, script);
    }

    private static Optional<Judge.Finding> moreThan(long limit, String rule, Long queue, Script script) {
        Map<Long, Run> underWay = new LinkedHashMap<>();
        for (int moment = 0; moment < script.length(); moment++) {
            Run run = script.runAt(moment);
            if (run != null && queue != null && run.queue() != queue) {
                continue;
            }
            if (run != null && script.event(moment).kind() == Kind.END) {
                underWay.remove(run.id());
            } else if (run != null) {
                underWay.put(run.id(), run);
                if (underWay.size() > limit) {
                    return Optional.of(finding(rule, moment, List.copyOf(underWay.values())));
                }
            }
        }
        return Optional.empty();
    }

    private static Judge.Finding finding(String rule, int moment, List<Run> runs) {
        String items = runs.stream().map(run -> String.valueOf(run.item())).collect(Collectors.joining(", "));
        return new Judge.Finding(
                rule,
                moment,
                "runs of items " + items + " are under way at once",
                runs.stream().map(Run::at).toList());
    }
}
