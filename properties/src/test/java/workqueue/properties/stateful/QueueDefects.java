package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.stateful.reference.CoalescingWalk;
import workqueue.properties.stateful.reference.DistinctWalk;

/** Defects of the queue, each with a chain of commands that shows it. */
final class QueueDefects {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String LANES = "core/Lanes.java";

    private QueueDefects() {}

    static List<WalkMutant> all() {
        return List.of(
                coalescing(
                        "D1",
                        "pending item is appended again",
                        Defect.in(QUEUE, "coalesces() ? item.place.take() :", "item == null ? Outcome.REFUSED :"),
                        "D2: item 2 is pending",
                        "enqueue(2)"),
                coalescing(
                        "D2",
                        "pending item of a closed scope is refused",
                        Defect.in(
                                QUEUE,
                                "&& item.place.confirmTaken()",
                                "&& item.scope.isOpen() && item.place.confirmTaken()"),
                        "expected: <COALESCED> but was: <REFUSED>",
                        "enqueue(1)",
                        "close(1)",
                        "enqueue(1)"),
                coalescing(
                        "A1",
                        "closed scope accepts",
                        Defect.in(QUEUE, "!item.scope.isOpen() ||", ""),
                        "expected: <REFUSED> but was: <ACCEPTED>",
                        "close(0)",
                        "enqueue(0)"),
                coalescing(
                        "A2",
                        "scope with something outstanding refuses",
                        Defect.in(
                                QUEUE,
                                "if (!item.scope.isOpen() ||",
                                "if (!item.scope.isOpen() || item.scope.accepted > item.scope.finished ||"),
                        "expected: <ACCEPTED> but was: <REFUSED>",
                        "enqueue(0)",
                        "take(0)",
                        "enqueue(0)"),
                coalescing(
                        "P1",
                        "item is pending until its run has finished",
                        Defect.in(QUEUE, "item.place.leave();", "")
                                .and("worker.item = null;", "worker.item.place.leave(); worker.item = null;"),
                        "D2: item 2 is pending",
                        "enqueue(2)"),
                coalescing(
                        "F1",
                        "flush does not wait for the run",
                        Defect.in(
                                QUEUE,
                                "|| atTail(() -> workers.anyMatch(w -> w.item == item && w.instance <= last))",
                                ""),
                        "F1: flush of 0 has returned",
                        "enqueue(2)",
                        "enqueue(0)",
                        "flush(0) by 1"),
                coalescing(
                        "F2",
                        "flush waits for later instances too",
                        Defect.in(QUEUE, "w.instance <= last", "w.instance > 0")
                                .and("item.dequeued < last", "item.place.isTaken()"),
                        "this does not happen: F1: flush of 0 returns",
                        "enqueue(0)",
                        "flush(0) by 1",
                        "take(0)",
                        "enqueue(0)"),
                coalescing(
                        "L2",
                        "scope is told drained with one instance left",
                        Defect.in(
                                QUEUE,
                                "return atTail(() -> scope.finished < scope.accepted",
                                "return atTail(() -> scope.finished + 1 < scope.accepted"),
                        "expected: <false> but was: <true>",
                        "enqueue(1)",
                        "closeAndWatch(1)"),
                coalescing(
                        "L2",
                        "wait for a drained scope is not woken",
                        Defect.in(QUEUE, "progress.signal();", ""),
                        "this does not happen: F1: flush of 2 returns",
                        "enqueue(2)",
                        "flush(2) by 1"),
                serial(
                        "O1",
                        "newest is taken first",
                        Defect.in(LANES, "lane(priority).removeFirst()", "lane(priority).removeLast()"),
                        "expected: <item 1> but was: <item 0>",
                        "enqueue(1)",
                        "enqueue(0)"),
                serial(
                        "R2",
                        "item stays in the queue when it is taken",
                        Defect.in(LANES, "lane(priority).removeFirst()", "lane(priority).getFirst()"),
                        "expected: <item 1> but was: <item -1>",
                        "enqueue(1)",
                        "take(0)",
                        "enqueue(1)"),
                concurrent(
                        "D3",
                        "distinct instances coalesce",
                        Defect.in(QUEUE, "return dedup == Dedup.COALESCE;", "return dedup != null;"),
                        "expected: <ACCEPTED> but was: <COALESCED>",
                        "enqueue(0)",
                        "enqueue(0)"));
    }

    private static WalkMutant coalescing(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, CoalescingWalk.class, "make", defect, notice, List.of(chain));
    }

    private static WalkMutant serial(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, DistinctWalk.class, "serial", defect, notice, List.of(chain));
    }

    private static WalkMutant concurrent(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, DistinctWalk.class, "concurrent", defect, notice, List.of(chain));
    }
}
