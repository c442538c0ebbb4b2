package workqueue.properties.stateful;

import java.util.List;
import workqueue.properties.mutants.Defect;
import workqueue.properties.stateful.reference.LifeWalk;

/** Defects of work items' lives, each with a chain of commands that shows it. */
final class LifeDefects {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String OBJECT = "wdf/WdfObject.java";
    private static final String ITEM = "wdf/WdfWorkItem.java";

    private LifeDefects() {}

    static List<WalkMutant> all() {
        return List.of(
                life(
                        "D2",
                        "enqueue of a pending item is reported to a newer driver",
                        Defect.in(ITEM, "&& device.version() == FrameworkVersion.BEFORE_1_7", ""),
                        "WDF-10: what is reported",
                        "create(0)",
                        "create(1)",
                        "enqueue(0)",
                        "enqueue(1) from run 0",
                        "enqueue(0)",
                        "enqueue(0) from run 1"),
                life(
                        "L1",
                        "new item refuses",
                        Defect.in(ITEM, "workItem.device.systemWorkers().open(workItem.scope);", ""),
                        "this does not happen: P1: a run of 1 begins",
                        "create(1)",
                        "enqueue(1)"),
                life(
                        "L2",
                        "delete does not wait",
                        Defect.in(OBJECT, "        mine.attend(this::isDisposed);\n", "mine.leave();\n"),
                        "L2: delete of 1 has returned",
                        "create(1)",
                        "enqueue(1)",
                        "delete(1) by 1"),
                life(
                        "L2",
                        "object goes while its callback runs",
                        Defect.in(
                                ITEM,
                                "device.systemWorkers().close(scope, ranDown);",
                                "device.systemWorkers().close(scope); ranDown.run();"),
                        "L2: item 1 is gone before its runs have finished",
                        "create(1)",
                        "enqueue(1)",
                        "delete(1) by 1"),
                life(
                        "L4",
                        "delete from the own callback waits",
                        Defect.in(
                                ITEM,
                                "return super.isInCallback() || device.systemWorkers().isRunning(scope);",
                                "return super.isInCallback();"),
                        "this does not happen: L4: delete of 1, from a callback, returns",
                        "create(1)",
                        "enqueue(1)",
                        "enqueue(1)",
                        "delete self from run 1"),
                life(
                        "WDF-35",
                        "item that is being deleted accepts",
                        Defect.in(QUEUE, "if (!item.scope.isOpen() ||", "if ("),
                        "R1, R2: runs that began",
                        "create(1)",
                        "enqueue(1)",
                        "delete(1) by 1",
                        "enqueue(1)"),
                life(
                        "WDF-44",
                        "second delete waits",
                        Defect.in(OBJECT, "if (!beginDelete(mine) || !waits) {", "beginDelete(mine); if (!waits) {"),
                        "this does not happen: WDF-44: second delete of 1 returns",
                        "create(1)",
                        "enqueue(1)",
                        "delete self from run 0",
                        "delete(1) again"),
                life(
                        "F1",
                        "flush does not wait for the run",
                        Defect.in(
                                QUEUE,
                                "|| atTail(() -> workers.anyMatch(w -> w.item == item && w.instance <= last))",
                                ""),
                        "F1: flush of 1 has returned",
                        "create(1)",
                        "enqueue(1)",
                        "flush(1) by 1"),
                life(
                        "M2",
                        "flush from the own callback waits",
                        Defect.in(ITEM, "if (workers.isRunning(scope)) {", "if (false) {"),
                        "this does not happen: WDF-24: flush of 0, from a callback, returns",
                        "create(0)",
                        "enqueue(0)",
                        "flush self from run 0"),
                life(
                        "P1",
                        "item is pending until its run has finished",
                        Defect.in(QUEUE, "item.place.leave();", "")
                                .and("worker.item = null;", "worker.item.place.leave(); worker.item = null;"),
                        "this does not happen: P1: a run of 0 begins",
                        "create(0)",
                        "enqueue(0)",
                        "enqueue(0)"),
                life(
                        "C1",
                        "delete drops what is pending",
                        Defect.in(
                                QUEUE,
                                "            if (isOutstanding(scope)) {\n                scope.whenDrained",
                                """
                                    synchronized (tail) {
                                        backlog.fill();
                                        for (int left = backlog.size(); left > 0; left--) {
                                            WorkItem queued = backlog.remove();
                                            if (queued.scope == scope) {
                                                queued.place.leave();
                                                scope.finished++;
                                            } else {
                                                backlog.add(queued);
                                            }
                                        }
                                    }
                                    if (isOutstanding(scope)) {
                                        scope.whenDrained"""),
                        "L2: item 1 is gone before its runs have finished",
                        "create(0)",
                        "enqueue(0)",
                        "enqueue(0)",
                        "create(1)",
                        "enqueue(1) from run 1",
                        "delete(1) by 1"),
                legacy(
                        "WDF-10",
                        "breach is not reported",
                        Defect.in(
                                ITEM,
                                "if (outcome == Outcome.COALESCED && device.version()",
                                "if (false && device.version()"),
                        "WDF-10: what is reported",
                        "create(0)",
                        "create(1)",
                        "enqueue(0)",
                        "enqueue(1) from run 0",
                        "enqueue(0)",
                        "enqueue(0) from run 1"),
                legacy(
                        "WDF-10",
                        "every enqueue is reported",
                        Defect.in(ITEM, "if (outcome == Outcome.COALESCED && device.version()", "if (device.version()"),
                        "WDF-10: what is reported",
                        "create(1)",
                        "enqueue(1)"));
    }

    private static WalkMutant life(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, LifeWalk.class, "make", defect, notice, List.of(chain));
    }

    private static WalkMutant legacy(String rule, String name, Defect defect, String notice, String... chain) {
        return new WalkMutant(rule, name, LifeWalk.class, "legacy", defect, notice, List.of(chain));
    }
}
